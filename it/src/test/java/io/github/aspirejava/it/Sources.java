package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The string literals of the plugin's sources. */
final class Sources {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static final Pattern ENUMERATION = Pattern.compile("\\b(?:Set|Stream)\\.of\\(([^()]*)\\)");

    private static final Pattern DECLARATION = Pattern.compile("\\bproperty = \"aspire[^\"]*\"");

    private static final List<String> FILES = Stream.of("aspire-model", "aspire-maven-plugin")
            .flatMap(Sources::read)
            .toList();

    private Sources() {}

    private static Stream<String> read(String module) {
        try (Stream<Path> files = Files.walk(Page.ROOT.resolve(module).resolve("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(Page::read)
                    .map(Page::content)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but those that declare the property of a parameter of a goal, which reads nothing. */
    static Set<String> literalsInCode() {
        return FILES.stream()
                .map(file -> DECLARATION.matcher(file).replaceAll(""))
                .flatMap(Sources::literalsOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All of them. */
    static Set<String> literals() {
        return FILES.stream().flatMap(Sources::literalsOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Those of the enumerations in code, such as {@code Set.of("a", "b")}, of a file in which {@code literal} is in
     * one.
     */
    static Set<String> enumeratedBeside(String literal) {
        return FILES.stream()
                .filter(file -> enumerations(file).anyMatch(items -> items.contains('"' + literal + '"')))
                .flatMap(Sources::enumerations)
                .flatMap(Sources::literalsOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> enumerations(String file) {
        return ENUMERATION.matcher(file).results().map(found -> found.group(1));
    }

    private static Stream<String> literalsOf(String file) {
        return LITERAL.matcher(file).results().map(found -> found.group(1));
    }
}
