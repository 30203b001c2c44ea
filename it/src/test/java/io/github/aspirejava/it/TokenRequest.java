package io.github.aspirejava.it;

import java.util.List;

/**
 * A request that a {@link TokenServer} has answered.
 *
 * @param method the HTTP method
 * @param proof the kind of its credential: {@code basic}, {@code password}, {@code refresh_token} or {@code nothing}
 * @param scopes the requested scopes
 * @param status the HTTP status of the answer
 */
record TokenRequest(String method, String proof, List<String> scopes, int status) {}
