package io.github.aspirejava.maven.pom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The items that a text has which stands where a list of elements does. What may mean one thing or another has none.
 */
enum TextAsList {
    /** Of items without commas and blanks, such as tags: both separate them. */
    SEPARATED {
        @Override
        Optional<List<String>> items(String text) {
            List<String> items = separated(text);
            return items.isEmpty() ? Optional.empty() : Optional.of(items);
        }

        @Override
        boolean isOneItem(String item) {
            // A blank in a single item is more likely a mistake in it than what separates two.
            return !item.contains(",") || separated(item).size() < 2;
        }
    },

    /**
     * Of options of a virtual machine: blanks separate them if each begins with a hyphen. A comma is part of an option,
     * as in {@code -agentlib:jdwp=transport=dt_socket,server=y}, unless an option seems to follow it.
     */
    FLAGS {
        @Override
        Optional<List<String>> items(String text) {
            boolean unclear = UNCLEAR_FLAGS.matcher(text).find();
            List<String> words = words(text);
            return unclear || (words.size() > 1 && !words.stream().allMatch(TextAsList::isFlag))
                    ? Optional.empty()
                    : Optional.of(words);
        }

        @Override
        boolean isOneItem(String item) {
            List<String> words = words(item);
            if (words.size() < 2 || MAY_HAVE_BLANKS.matcher(words.get(0)).find()) {
                return true;
            }
            return words.get(0).contains(":") && !words.stream().allMatch(TextAsList::isFlag);
        }
    },

    /** Of items that may hold anything: a text without blanks and commas is one. */
    SINGLE {
        @Override
        Optional<List<String>> items(String text) {
            return text.contains(",") || words(text).size() != 1 ? Optional.empty() : Optional.of(List.of(text));
        }
    };

    private static final Pattern UNCLEAR_FLAGS = Pattern.compile(",\\s*-|,\\s|['\"]");

    /** How an option begins whose text may hold blanks. */
    private static final Pattern MAY_HAVE_BLANKS = Pattern.compile("=|^@|^-(?:java)?agent");

    /** The items of a text that is not empty; nothing if it may mean several things, or has no item. */
    abstract Optional<List<String>> items(String text);

    /** Whether the text of an element of the list is one item, and not several that were meant to be. */
    boolean isOneItem(String item) {
        return true;
    }

    private static boolean isFlag(String word) {
        return word.startsWith("-") || word.startsWith("@");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> separated(String text) {
        return words(text.replace(',', ' '));
    }
}
