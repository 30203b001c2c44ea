package io.github.aspirejava.result;

import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.run.StepResult;

/**
 * The image that a build step passes to the steps that push it, load it into an engine, or copy files out of it.
 *
 * @param content its manifests and blobs
 */
public record BuiltImage(ImageContent content) implements StepResult {}
