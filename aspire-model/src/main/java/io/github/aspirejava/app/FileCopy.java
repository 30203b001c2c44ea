package io.github.aspirejava.app;

import java.util.Optional;

/**
 * Files of one service's image that are put into another's.
 *
 * @param from the service that has them
 * @param path where they are in it; by default its output directory
 * @param to the directory they are put into
 */
public record FileCopy(Reference from, Optional<Text> path, Text to) {}
