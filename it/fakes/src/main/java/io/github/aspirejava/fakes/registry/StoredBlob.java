package io.github.aspirejava.fakes.registry;

import io.github.aspirejava.image.Digest;

/**
 * A blob of a repository.
 *
 * @param digest the digest that it is stored under, which need not match
 * @param size its length in bytes
 * @param bytes the source of its bytes
 */
record StoredBlob(Digest digest, long size, Answer.Body bytes) {}
