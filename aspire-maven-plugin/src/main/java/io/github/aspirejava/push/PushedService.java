package io.github.aspirejava.push;

import io.github.aspirejava.run.StepResult;

/**
 * A service whose image can be pulled.
 *
 * @param service the service's name
 * @param registry the name of the registry that the image is in
 */
public record PushedService(String service, String registry, PushedImage image) implements StepResult {}
