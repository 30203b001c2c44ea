package io.github.aspirejava.bench;

import java.util.Map;
import java.util.Objects;

/** The names of the images, common to all contenders. */
final class Names {
    static final String PROJECT = "bench";
    static final String TAG = "1";

    private Names() {}

    /** Returns the module and service of image {@code number}, counted from 1. */
    static String service(int number) {
        return "svc-" + number;
    }

    static String repository(int number) {
        return PROJECT + '/' + service(number);
    }

    /** Returns its name in the image layout. */
    static String inLayout(int number) {
        return service(number) + ':' + TAG;
    }

    /** Returns its name in the engine as a base image; no push uses this name. */
    static String inEngine(int number) {
        return "in-engine/" + inLayout(number);
    }

    static <K, V> V get(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), key::toString);
    }
}
