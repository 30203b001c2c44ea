package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of one service's image that are copied into the image of another.
 *
 * @param from the service whose image contains the files
 * @param path the path of the files in that image; by default the output directory of the service
 * @param to the directory that the files are copied into
 */
public record FileCopy(Reference from, Optional<Text> path, Text to) {
    List<Text> texts() {
        return Stream.concat(path.stream(), Stream.of(to)).toList();
    }
}
