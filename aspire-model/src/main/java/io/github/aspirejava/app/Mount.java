package io.github.aspirejava.app;

import java.util.Optional;

/**
 * A directory in a container whose data outlives the container.
 *
 * @param name the name of the volume; empty for a directory of this machine
 * @param source the directory or file of this machine; empty for a volume
 * @param path the absolute path in the container
 * @param readOnly whether the container cannot write to it
 */
public record Mount(String name, Optional<Text> source, String path, boolean readOnly, Origin origin) {}
