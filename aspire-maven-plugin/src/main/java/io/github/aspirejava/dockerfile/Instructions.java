package io.github.aspirejava.dockerfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The instructions of a Dockerfile and their lines. */
public final class Instructions {
    private static final Pattern ESCAPE = Pattern.compile("#\\s*escape\\s*=\\s*`\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM =
            Pattern.compile("FROM\\s+(?:--\\S+\\s+)*(\\S+).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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
    public record Instruction(int line, String text) {}

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
            Matcher from = FROM.matcher(instruction.text());
            if (from.matches()) {
                bases.add(from.group(1));
            }
        }
        return bases;
    }

    /** Returns the first instruction that only BuildKit and Podman support. */
    public Optional<Instruction> needsBuildKit() {
        return list.stream()
                .filter(instruction -> {
                    String text = instruction.text().toUpperCase(Locale.ROOT);
                    return text.matches("RUN\\s+(--\\S+\\s+)*--(MOUNT|NETWORK|SECURITY)\\b.*")
                            || text.matches("(COPY|ADD)\\s+(--\\S+\\s+)*--(LINK|CHMOD|PARENTS|EXCLUDE)\\b.*")
                            || text.matches("(RUN|COPY|ADD)\\s.*<<-?['\"]?[A-Z_]+.*");
                })
                .findFirst();
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
