package io.github.aspirejava.azure.arm;

import java.util.Optional;

/**
 * What has come of a resource.
 *
 * @param live the resource as it is now; empty if it has yet to be created, which only happens in a dry run
 * @param change what was done, or in a dry run would be
 */
public record Ensured<T>(Optional<T> live, Change change) {}
