package io.github.aspirejava.app;

/**
 * A reference, by name, from a resource to another resource or to a module of the build.
 *
 * @param name the name as written
 * @param origin the place of the reference
 */
public record Reference(String name, Origin origin) {
    @Override
    public String toString() {
        return name;
    }
}
