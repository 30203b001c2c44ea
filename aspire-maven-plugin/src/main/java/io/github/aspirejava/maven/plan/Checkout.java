package io.github.aspirejava.maven.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Git checkout that a directory belongs to, read from its files: the command need not be installed.
 *
 * @param own the directory of this work tree's own files, such as {@code HEAD}
 * @param common the directory of the files that all work trees share, such as {@code config}
 */
record Checkout(Path own, Path common) {
    private static final Pattern REFERENCE = Pattern.compile("ref: (refs/[^\\s]+)");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern SECTION = Pattern.compile("\\s*\\[(.*)]\\s*");
    private static final Pattern URL = Pattern.compile("\\s*url\\s*=\\s*\"?([^\"#;]+?)\"?\\s*");

    /** Returns the checkout that contains a directory; empty if there is none. */
    static Optional<Checkout> of(Path directory) {
        for (Path parent = directory.toAbsolutePath().normalize(); parent != null; parent = parent.getParent()) {
            Path git = parent.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(new Checkout(git, git));
            }
            if (Files.isRegularFile(git)) {
                return text(git)
                        .filter(link -> link.startsWith("gitdir: "))
                        .flatMap(link -> resolved(git, link.substring("gitdir: ".length())))
                        .map(Checkout::ofWorkTree);
            }
        }
        return Optional.empty();
    }

    private static Checkout ofWorkTree(Path own) {
        return new Checkout(
                own,
                text(own.resolve("commondir"))
                        .flatMap(path -> resolved(own.resolve("commondir"), path))
                        .orElse(own));
    }

    private static Optional<Path> resolved(Path link, String path) {
        try {
            return Optional.of(link.resolveSibling(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns the commit that is checked out. */
    Optional<String> revision() {
        Optional<String> head = text(own.resolve("HEAD"));
        Matcher reference = REFERENCE.matcher(head.orElse(""));
        return (reference.matches() ? commit(reference.group(1)) : head)
                .filter(commit -> COMMIT.matcher(commit).matches());
    }

    private Optional<String> commit(String reference) {
        return text(common.resolve(reference))
                .or(() -> text(common.resolve("packed-refs"))
                        .flatMap(packed -> packed.lines()
                                .filter(line -> line.endsWith(' ' + reference))
                                .map(line -> line.substring(0, line.indexOf(' ')))
                                .findFirst()));
    }

    /** Returns the address of the remote repository {@code origin}, as it is configured. */
    Optional<String> origin() {
        String section = "";
        for (String line : text(common.resolve("config")).orElse("").split("\n", -1)) {
            Matcher begin = SECTION.matcher(line);
            Matcher url = URL.matcher(line);
            if (begin.matches()) {
                section = begin.group(1);
            } else if (section.equals("remote \"origin\"") && url.matches()) {
                return Optional.of(url.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
