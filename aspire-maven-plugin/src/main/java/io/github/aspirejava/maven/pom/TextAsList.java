package io.github.aspirejava.maven.pom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The notation of a text in place of a list of elements, which determines its items. An ambiguous text has no items.
 */
enum TextAsList {
    /** Items without commas and white space, such as tags: both separate items. */
    SEPARATED {
        @Override
        Optional<List<String>> items(String text) {
            List<String> items = separated(text);
            return items.isEmpty() ? Optional.empty() : Optional.of(items);
        }

        @Override
        boolean isOneItem(String item) {
            // White space in a single item is more likely a typing error than a separator.
            return !item.contains(",") || separated(item).size() < 2;
        }
    },

    /**
     * Options of a virtual machine: white space separates them if each begins with a hyphen. A comma is part of an
     * option, as in {@code -agentlib:jdwp=transport=dt_socket,server=y}, unless an option seems to follow it.
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

    /** Items with arbitrary content: a text without white space and commas is a single item. */
    SINGLE {
        @Override
        Optional<List<String>> items(String text) {
            return text.contains(",") || words(text).size() != 1 ? Optional.empty() : Optional.of(List.of(text));
        }
    };

    private static final Pattern UNCLEAR_FLAGS = Pattern.compile(",\\s*-|,\\s|['\"]");

    /** The beginning of an option that may contain white space. */
    private static final Pattern MAY_HAVE_BLANKS = Pattern.compile("=|^@|^-(?:java)?agent");

    /** Returns the items of a text that is not empty; returns empty if the text is ambiguous or has no items. */
    abstract Optional<List<String>> items(String text);

    /**
     * Returns whether the text of a list element is a single item, and not a list of items written into one element.
     */
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
