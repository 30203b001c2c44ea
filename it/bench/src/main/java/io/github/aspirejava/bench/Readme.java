package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README of the benchmark, parts of which are generated. */
final class Readme {
    private Readme() {}

    /** A generated part. */
    enum Part {
        RESULTS("results"),
        FLEET("fleet"),
        REACTOR("reactor");

        private final String begin;
        private final String end;

        Part(String name) {
            begin = "<!-- %s: written by it/bench/run -->\n".formatted(name);
            end = "<!-- end of %s -->".formatted(name);
        }
    }

    /** Returns the text with other content between the marks of a part. */
    static String with(String text, Part part, String results) {
        int begin = text.indexOf(part.begin);
        int end = text.indexOf(part.end);
        if (begin < 0 || end < begin) {
            throw new BenchException("The README has no place for results: %s…%s".formatted(part.begin, part.end));
        }
        return text.substring(0, begin + part.begin.length()) + '\n' + results + text.substring(end);
    }

    static void write(Path file, Part part, String results) throws IOException {
        Files.writeString(file, with(Files.readString(file), part, results));
    }
}
