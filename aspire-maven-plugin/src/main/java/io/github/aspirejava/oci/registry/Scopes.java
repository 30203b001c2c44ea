package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.Repository;

/** The scopes of a token, by the distribution token authentication. */
final class Scopes {
    private Scopes() {}

    static String pull(Repository repository) {
        return "repository:%s:pull".formatted(repository);
    }

    static String delete(Repository repository) {
        return push(repository) + ",delete";
    }

    static String push(Repository repository) {
        return pull(repository) + ",push";
    }
}
