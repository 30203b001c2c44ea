package io.github.aspirejava.builder.layer;

/**
 * The owner of a file in an image, by numbers: an image need not have names for them.
 *
 * @param user the number of the user
 * @param group the number of the group
 */
public record Owner(int user, int group) {
    public static final Owner ROOT = new Owner(0, 0);
}
