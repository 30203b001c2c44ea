package io.github.aspirejava.bench;

import java.util.Map;
import java.util.Objects;

/** What everybody calls the images. */
final class Names {
    static final String PROJECT = "bench";
    static final String TAG = "1";

    private Names() {}

    /** The module and service of image {@code number}, counted from 1. */
    static String service(int number) {
        return "svc-" + number;
    }

    static String repository(int number) {
        return PROJECT + '/' + service(number);
    }

    /** Its name in the image layout. */
    static String inLayout(int number) {
        return service(number) + ':' + TAG;
    }

    /** What the engine calls it so that images can begin with it; no push is called so. */
    static String inEngine(int number) {
        return "in-engine/" + inLayout(number);
    }

    static <K, V> V get(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), key::toString);
    }
}
