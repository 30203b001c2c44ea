package io.github.aspirejava.dockerfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The instructions of a Dockerfile and their lines. */
public final class Instructions {
    private static final Pattern ESCAPE = Pattern.compile("#\\s*escape\\s*=\\s*`\\s*", Pattern.CASE_INSENSITIVE);

    private static final Set<String> FLAGS_OF_RUN = Set.of("--MOUNT", "--NETWORK", "--SECURITY");
    private static final Set<String> FLAGS_OF_COPY = Set.of("--LINK", "--CHMOD", "--PARENTS", "--EXCLUDE");
    private static final Pattern HEREDOC = Pattern.compile("\\s.*<<-?['\"]?[A-Za-z_]+");

    private final List<Instruction> list;

    private Instructions(List<Instruction> list) {
        this.list = list;
    }

    /**
     * An instruction.
     *
     * @param line the number of its first line, from 1
     * @param text its lines joined, runs of spaces as one
     */
    public record Instruction(int line, String text) {
        /** Returns the first word, in upper case. */
        String keyword() {
            return text.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        }

        /** Returns the flags, such as {@code --mount=…}, in upper case. */
        Stream<String> flags() {
            return words().takeWhile(word -> word.startsWith("--")).map(word -> word.toUpperCase(Locale.ROOT));
        }

        /** Returns the words after the flags. */
        Stream<String> arguments() {
            return words().dropWhile(word -> word.startsWith("--"));
        }

        private Stream<String> words() {
            return Stream.of(text.split(" ")).skip(1);
        }
    }

    /** Reads a Dockerfile; an unreadable one has no instructions. */
    public static Instructions of(Path dockerfile) {
        try {
            return parse(Files.readAllLines(dockerfile));
        } catch (IOException e) {
            return new Instructions(List.of());
        }
    }

    static Instructions parse(List<String> lines) {
        List<Instruction> list = new ArrayList<>();
        String escape = lines.stream()
                        .limit(5)
                        .anyMatch(line -> ESCAPE.matcher(line.strip()).matches())
                ? "`"
                : "\\";
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            start = text.isEmpty() ? i + 1 : start;
            boolean goesOn = line.endsWith(escape);
            text.append(goesOn ? line.substring(0, line.length() - 1) : line).append(' ');
            if (!goesOn) {
                list.add(new Instruction(start, normal(text.toString())));
                text.setLength(0);
            }
        }
        if (!text.isEmpty()) {
            list.add(new Instruction(start, normal(text.toString())));
        }
        return new Instructions(list);
    }

    /**
     * Returns the line of the instruction that an engine shows as {@code text}.
     *
     * @param times the number of times that the engine has shown that text
     */
    public Optional<Integer> line(String text, int times) {
        List<Instruction> same = list.stream()
                .filter(instruction -> instruction.text().equalsIgnoreCase(normal(text)))
                .toList();
        return same.isEmpty()
                ? Optional.empty()
                : Optional.of(same.get(Math.min(times, same.size()) - 1).line());
    }

    /** Returns all instructions, in the order of the file. */
    List<Instruction> list() {
        return List.copyOf(list);
    }

    /** Returns the base images of the stages, as written. */
    public List<String> bases() {
        List<String> bases = new ArrayList<>();
        for (Instruction instruction : list) {
            if (instruction.keyword().equals("FROM")) {
                instruction.arguments().findFirst().ifPresent(bases::add);
            }
        }
        return bases;
    }

    /** Returns the first instruction that only BuildKit and Podman support. */
    public Optional<Instruction> needsBuildKit() {
        return list.stream()
                .filter(instruction -> {
                    boolean run = instruction.keyword().equals("RUN");
                    boolean copy = instruction.keyword().equals("COPY")
                            || instruction.keyword().equals("ADD");
                    Set<String> flags = run ? FLAGS_OF_RUN : copy ? FLAGS_OF_COPY : Set.of();
                    return instruction.flags().anyMatch(flag -> flags.contains(flag.split("=", 2)[0]))
                            || ((run || copy)
                                    && HEREDOC.matcher(instruction.text()).find());
                })
                .findFirst();
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
