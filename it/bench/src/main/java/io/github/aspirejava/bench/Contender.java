package io.github.aspirejava.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A tool that pushes the images.
 *
 * @param figures the figures by which it is measured
 * @param forget clears its memory of earlier pushes, before each one to an empty registry
 * @param push the push of a number of images to a registry in a given state
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

    /** A trait that determines its measurements. */
    enum Trait {
        /** Measured in every setting as often as in those that an aim compares with it. */
        CLOSELY,
        /** Measured with layers that it has created before. */
        PREPARED,
        /**
         * Pushes one image after another: measured at a distance, where that takes longest and varies least, in the
         * first round only.
         */
        SEQUENTIAL,
        /** Also measured when the registry has everything already. */
        UNCHANGED
    }

    /** Clears memories. */
    interface Forgetting {
        void run() throws IOException;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
