package io.github.aspirejava.push;

import java.util.Optional;

/**
 * A service whose image was to be pushed and was not, or not with all of its tags.
 *
 * @param service the service's name
 * @param registry the name of the registry that it was to be in
 * @param because the name of the step that failed; empty if the run was cancelled without a failure
 * @param reason the reason of the failure, for human readers
 */
public record UnpushedService(String service, String registry, Optional<String> because, String reason) {}
