package io.github.aspirejava.it;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;

/** Assertions whose failures show the output of the build. */
final class BuildResultAssert extends AbstractAssert<BuildResultAssert, BuildResult> {
    private static final Pattern POSITION = Pattern.compile("(?<![\\w./])pom\\.xml:(\\d+): ");

    BuildResultAssert(BuildResult actual) {
        super(actual, BuildResultAssert.class);
    }

    BuildResultAssert succeeded() {
        return exitedWith(0);
    }

    /** Asserts that the build failed as a build does, without a crash. */
    BuildResultAssert failed() {
        return exitedWith(1);
    }

    /**
     * Asserts that exactly one error names a position in the POM (the summary of the steps may repeat it): it lies
     * between the two lines, and each of {@code words} is in it.
     */
    BuildResultAssert hasOneErrorIn(int firstLine, int lastLine, List<String> words) {
        List<String> found = actual.lines().stream()
                .filter(line -> line.startsWith("[ERROR]"))
                .filter(POSITION.asPredicate())
                .toList();
        if (found.size() != 1) {
            throw outputAfter(
                    "expected one line with a position in pom.xml, but found %d: %s".formatted(found.size(), found));
        }
        String line = found.get(0);
        Matcher matcher = POSITION.matcher(line);
        if (!matcher.find()) {
            throw outputAfter("expected a position in: %s".formatted(line));
        }
        int number = Integer.parseInt(matcher.group(1));
        if (number < firstLine || number > lastLine) {
            throw outputAfter("expected pom.xml:%d to %d, but found: %s".formatted(firstLine, lastLine, line));
        }
        if (!words.stream().allMatch(line::contains)) {
            throw outputAfter("expected %s in: %s".formatted(words, line));
        }
        return this;
    }

    /** Asserts that one line of the errors contains all of {@code words}. */
    BuildResultAssert hasErrorWith(List<String> words) {
        if (actual.lines().stream()
                .filter(line -> line.contains("ERROR"))
                .noneMatch(line -> words.stream().allMatch(line::contains))) {
            throw outputAfter("expected an error with %s".formatted(words));
        }
        return this;
    }

    BuildResultAssert hasNoStackTrace() {
        if (actual.lines().stream().anyMatch(line -> line.contains("\tat ") || line.contains("    at "))) {
            throw outputAfter("expected no stack trace");
        }
        return this;
    }

    BuildResultAssert prints(String text) {
        if (actual.lines().stream().noneMatch(line -> line.contains(text))) {
            throw outputAfter("expected %s to be printed".formatted(text));
        }
        return this;
    }

    BuildResultAssert doesNotPrint(String secret) {
        if (actual.lines().stream().anyMatch(line -> line.contains(secret))) {
            throw outputAfter("expected %s not to be printed".formatted(secret));
        }
        return this;
    }

    private BuildResultAssert exitedWith(int exitCode) {
        if (actual.exitCode() != exitCode) {
            throw outputAfter("expected exit code %d, but it is %d".formatted(exitCode, actual.exitCode()));
        }
        return this;
    }

    private AssertionError outputAfter(String message) {
        return new AssertionError(message + "\n" + actual.command() + "\n" + String.join("\n", actual.lines()));
    }
}
