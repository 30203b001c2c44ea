package io.github.aspirejava.view;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Paragraph {
    private Paragraph() {}

    /**
     * Returns the words of {@code text} in lines of at most {@code width} characters, each starting with
     * {@code indent}. Line breaks in the text are kept; a word that is too long for a line has one of its own.
     *
     * @return at least one line
     */
    static List<String> wrap(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        for (String given : text.lines().toList()) {
            StringBuilder line = new StringBuilder(indent);
            for (String word : given.strip().split("\\s+", -1)) {
                boolean first = line.length() == indent.length();
                if (!first && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(indent.length());
                    first = true;
                }
                line.append(first ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines.isEmpty() ? List.of(indent) : lines;
    }
}
