package io.github.aspirejava.app;

/**
 * A resource, or a module of the build, named by another resource.
 *
 * @param name the name as written
 * @param origin where it is written
 */
public record Reference(String name, Origin origin) {
    @Override
    public String toString() {
        return name;
    }
}
