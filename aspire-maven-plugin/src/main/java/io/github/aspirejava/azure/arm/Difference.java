package io.github.aspirejava.azure.arm;

/**
 * A property that is not as it should be.
 *
 * @param path its name, after those that it is in: {@code sku.name}
 * @param live what it is, as JSON
 * @param desired what it should be, as JSON
 */
public record Difference(String path, String live, String desired) {
    @Override
    public String toString() {
        return "%s: %s -> %s".formatted(path, live, desired);
    }
}
