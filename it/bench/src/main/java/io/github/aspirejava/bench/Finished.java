package io.github.aspirejava.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that has ended successfully.
 *
 * @param seconds the time from its start to its end
 * @param output its standard output and error
 */
record Finished(double seconds, String output) {
    /** Returns the number of the line {@code name=NUMBER} of the output. */
    double number(String name) {
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + "=([0-9.]+)$", Pattern.MULTILINE)
                .matcher(output);
        if (!line.find()) {
            throw new BenchException("The output has no line " + name + "=…:\n" + output);
        }
        return Double.parseDouble(line.group(1));
    }
}
