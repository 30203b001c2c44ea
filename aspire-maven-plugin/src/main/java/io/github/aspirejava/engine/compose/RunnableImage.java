package io.github.aspirejava.engine.compose;

/**
 * An image in an engine.
 *
 * @param reference the name that a container is created from
 * @param id the id of the image, which is another one if its content is
 */
record RunnableImage(String reference, String id) {}
