package io.github.aspirejava.builder.layer;

/**
 * A directory of a layer that has an owner or permissions of its own.
 *
 * @param target its path in the image, which starts with a slash
 * @param mode its permissions, as POSIX defines them
 */
public record PlannedDirectory(String target, int mode, Owner owner) {}
