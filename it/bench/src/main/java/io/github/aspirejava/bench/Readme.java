package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README of the benchmark, of which a part is written by it. */
final class Readme {
    private static final String BEGIN = "<!-- results: written by it/bench/run -->\n";
    private static final String END = "<!-- end of results -->";

    private Readme() {}

    /** The text with other results between its marks. */
    static String with(String text, String results) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new BenchException("The README has no place for results: %s…%s".formatted(BEGIN, END));
        }
        return text.substring(0, begin + BEGIN.length()) + '\n' + results + text.substring(end);
    }

    static void write(Path file, String results) throws IOException {
        Files.writeString(file, with(Files.readString(file), results));
    }
}
