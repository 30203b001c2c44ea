package io.github.aspirejava.azure.arm;

import java.util.Optional;

/**
 * The result of ensuring a resource.
 *
 * @param live the live resource; empty if it has yet to be created, which only happens in a dry run
 * @param change the change that was made, or in a dry run would be made
 */
public record Ensured<T>(Optional<T> live, Change change) {}
