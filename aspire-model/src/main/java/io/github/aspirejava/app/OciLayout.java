package io.github.aspirejava.app;

import java.util.List;

/**
 * An OCI image layout on disk: a registry without a server.
 *
 * @param directory the directory of the layout
 */
public record OciLayout(String name, Origin origin, Text directory) implements Registry {
    @Override
    public String element() {
        return "ociLayout";
    }

    @Override
    public List<Text> texts() {
        return List.of(directory);
    }
}
