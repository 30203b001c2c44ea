package io.github.aspirejava.azure.arm;

/**
 * A property whose live value differs from the desired one.
 *
 * @param path its name, after those of its parents: {@code sku.name}
 * @param live the live value, as JSON
 * @param desired the desired value, as JSON
 */
public record Difference(String path, String live, String desired) {
    @Override
    public String toString() {
        return "%s: %s -> %s".formatted(path, live, desired);
    }
}
