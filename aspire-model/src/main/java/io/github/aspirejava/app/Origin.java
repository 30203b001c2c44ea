package io.github.aspirejava.app;

/**
 * The place of a declaration.
 *
 * @param file the POM, relative to the directory Maven was started in; empty if the declaration does not come from a
 *     file
 * @param line the line, from 1; 0 if it is not known
 */
public record Origin(String file, int line) implements Comparable<Origin> {
    /** The origin of declarations outside of files: defaults, and models created by a program. */
    public static final Origin NONE = new Origin("", 0);

    @Override
    public int compareTo(Origin other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ':' + line;
    }
}
