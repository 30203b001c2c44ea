package io.github.aspirejava.view;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>) that is readable and easy to compare: a
 * member per line, in the given order, indented by two spaces; arrays of plain values on one line.
 */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    /**
     * Returns a value as JSON, with a line end.
     *
     * @param value a map with strings as keys, a collection, a string, an integral number or a boolean
     * @throws IllegalArgumentException if it is, or contains, anything else
     */
    static String pretty(Object value) {
        JsonWriter json = new JsonWriter();
        json.write(value, 0);
        return json.out.append('\n').toString();
    }

    private void write(Object value, int depth) {
        if (value instanceof Map<?, ?> object) {
            writeObject(object, depth);
        } else if (value instanceof Collection<?> array) {
            writeArray(array, depth);
        } else if (value instanceof String string) {
            writeString(string);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("There is no JSON for a " + value.getClass());
        }
    }

    private void writeObject(Map<?, ?> object, int depth) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> members = object.entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<?, ?> member = members.next();
            newLine(depth + 1);
            writeString((String) member.getKey());
            out.append(": ");
            write(member.getValue(), depth + 1);
            if (members.hasNext()) {
                out.append(',');
            } else {
                newLine(depth);
            }
        }
        out.append('}');
    }

    private void writeArray(Collection<?> array, int depth) {
        boolean plain = array.stream().noneMatch(value -> value instanceof Map || value instanceof Collection);
        out.append('[');
        Iterator<?> values = array.iterator();
        while (values.hasNext()) {
            if (!plain) {
                newLine(depth + 1);
            }
            write(values.next(), depth + 1);
            if (values.hasNext()) {
                out.append(plain ? ", " : ",");
            } else if (!plain) {
                newLine(depth);
            }
        }
        out.append(']');
    }

    private void newLine(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void writeString(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isInvisible(c) || isLoneSurrogate(string, i)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /**
     * Returns whether the character would be a command, a line break or hidden in the log of a build that prints the
     * file.
     */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Returns whether the character is half of a surrogate pair, which UTF-8 has no bytes for. */
    private static boolean isLoneSurrogate(String string, int i) {
        char c = string.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
    }
}
