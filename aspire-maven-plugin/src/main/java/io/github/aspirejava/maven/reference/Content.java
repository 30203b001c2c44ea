package io.github.aspirejava.maven.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The content model of an element. */
sealed interface Content {
    /** A text. */
    record Text(boolean mayBeEmpty) implements Content {}

    /** {@code true} or {@code false}. */
    record Flag() implements Content {}

    /** One of several values. */
    record Choice(List<String> values) implements Content {
        /** Copies the list. */
        public Choice {
            values = List.copyOf(values);
        }

        static <E extends Enum<E>> Choice of(Class<E> type) {
            return new Choice(
                    Arrays.stream(type.getEnumConstants()).map(Choice::valueOf).toList());
        }

        static String valueOf(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /** An integer between two bounds, both inclusive. */
    record WholeNumber(int least, int most) implements Content {}

    /** Entries whose element names are the keys of a map. */
    record Entries() implements Content {}

    /**
     * A list.
     *
     * @param item the element of each item
     * @param mayBeText whether a text may replace the items
     */
    record Items(Element item, boolean mayBeText) implements Content {}

    /**
     * Elements, each at most once and in any order.
     *
     * @param shortForm the name of the child element that a text in place of the children stands for
     */
    record Children(List<Element> elements, Optional<String> shortForm) implements Content {
        /** Copies the list. */
        public Children {
            elements = List.copyOf(elements);
        }
    }

    /** Resources of several kinds, any number of each and in any order. */
    record Kinds(List<Element> elements) implements Content {
        /** Copies the list. */
        public Kinds {
            elements = List.copyOf(elements);
        }
    }

    /** Returns the allowed child elements; none if the content is a text or its keys are free. */
    default List<Element> elements() {
        if (this instanceof Children children) {
            return children.elements();
        }
        if (this instanceof Kinds kinds) {
            return kinds.elements();
        }
        return this instanceof Items items ? List.of(items.item()) : List.of();
    }
}
