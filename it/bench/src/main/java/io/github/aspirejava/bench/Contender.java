package io.github.aspirejava.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Somebody who pushes the images.
 *
 * @param figures by what it is measured
 * @param forget makes it forget what it remembers of earlier pushes, before each one to an empty registry
 * @param push the push of so many images to a registry in such a state
 */
record Contender(
        String id,
        List<Figure> figures,
        Set<Trait> traits,
        Forgetting forget,
        BiFunction<Integer, State, Invocation> push) {
    Contender {
        figures = List.copyOf(figures);
        traits = Set.copyOf(traits);
    }

    /** How it is measured. */
    enum Trait {
        /** In every setting as often as where an aim compares with it. */
        CLOSELY,
        /** With layers that it has made before. */
        PREPARED,
        /** One image after another: far away, where that takes longest and varies least, in the first round only. */
        SEQUENTIAL,
        /** Also when everything is there already. */
        UNCHANGED
    }

    /** Deletes memories. */
    interface Forgetting {
        void run() throws IOException;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
