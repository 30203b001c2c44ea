package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of one service's image that are put into another's.
 *
 * @param from the service that has them
 * @param path where they are in it; by default its output directory
 * @param to the directory they are put into
 */
public record FileCopy(Reference from, Optional<Text> path, Text to) {
    List<Text> texts() {
        return Stream.concat(path.stream(), Stream.of(to)).toList();
    }
}
