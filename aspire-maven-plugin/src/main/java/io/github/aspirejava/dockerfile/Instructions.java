package io.github.aspirejava.dockerfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of a Dockerfile and their lines, read as BuildKit reads them: comments and empty lines inside an
 * instruction do not count, an escaped sign continues no line, and the lines of a here-document are no instructions.
 */
public final class Instructions {
    private static final Set<String> WITH_HEREDOCS = Set.of("ADD", "COPY", "RUN");
    private static final Pattern HEREDOC = Pattern.compile("\\d*<<(-?)\\s*([^<\\s][^<]*)");

    private final Directives directives;
    private final List<Instruction> list;

    private Instructions(Directives directives, List<Instruction> list) {
        this.directives = directives;
        this.list = List.copyOf(list);
    }

    /** Reads a Dockerfile; an unreadable one has no instructions. */
    public static Instructions of(Path dockerfile) {
        try {
            return parse(DockerfileText.lines(dockerfile));
        } catch (IOException e) {
            return parse(List.of());
        }
    }

    static Instructions parse(List<String> lines) {
        Directives directives = Directives.of(lines);
        String sign = Pattern.quote(String.valueOf(directives.escape()));
        Pattern continued = Pattern.compile("(.*(?<!%s))?%s[ \\t]*".formatted(sign, sign), Pattern.DOTALL);
        List<Instruction> list = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            start = text.isEmpty() ? i + 1 : start;
            Matcher continuation = continued.matcher(line);
            boolean goesOn = continuation.matches();
            text.append(goesOn ? Optional.ofNullable(continuation.group(1)).orElse("") : line);
            if (goesOn && i + 1 < lines.size()) {
                // An instruction may begin with an empty line that goes on.
                text.append(text.isEmpty() ? " " : "");
                continue;
            }
            List<Heredoc> heredocs = heredocs(start, text.toString(), directives.escape());
            for (Heredoc heredoc : heredocs) {
                i = heredoc.end(lines, i);
            }
            add(list, Instruction.parse(start, text.toString(), !heredocs.isEmpty(), directives.escape()));
            text.setLength(0);
        }
        add(list, Instruction.parse(start, text.toString(), false, directives.escape()));
        return new Instructions(directives, list);
    }

    private static void add(List<Instruction> list, Instruction instruction) {
        if (!instruction.text().isEmpty()) {
            list.add(instruction);
        }
    }

    /**
     * A here-document.
     *
     * @param chomped whether its lines may begin with tabulators
     */
    private record Heredoc(String name, boolean chomped) {
        /** Returns the index of its last line, which has the name; that before {@code start} if there is none. */
        int end(List<String> lines, int start) {
            for (int i = start + 1; i < lines.size(); i++) {
                String line = chomped ? lines.get(i).replaceFirst("^\t+", "") : lines.get(i);
                if (line.equals(name)) {
                    return i;
                }
            }
            return start;
        }
    }

    private static List<Heredoc> heredocs(int line, String text, char escape) {
        Instruction instruction = Instruction.parse(line, text, false, escape).triggered();
        if (!text.contains("<<")
                || !WITH_HEREDOCS.contains(instruction.keyword())
                || JsonWords.of(instruction.rest()).isPresent()) {
            return List.of();
        }
        List<Heredoc> heredocs = new ArrayList<>();
        for (String word : instruction.words()) {
            Matcher heredoc = HEREDOC.matcher(word);
            if (heredoc.matches()) {
                try {
                    ShellWords.Words name = ShellWords.readKnown(heredoc.group(2), '\\', Map.of());
                    if (name.words().size() == 1) {
                        heredocs.add(new Heredoc(
                                name.words().get(0), !heredoc.group(1).isEmpty()));
                    }
                } catch (IllegalArgumentException e) {
                    // The engine reports the error.
                }
            }
        }
        return heredocs;
    }

    /**
     * Returns the line of the instruction that an engine shows as {@code text}.
     *
     * @param times the number of times that the engine has shown that text
     */
    public Optional<Integer> line(String text, int times) {
        String shown = text.strip().replaceAll("\\s+", " ");
        List<Instruction> same = list.stream()
                .filter(instruction -> instruction.text().equalsIgnoreCase(shown))
                .toList();
        return same.isEmpty()
                ? Optional.empty()
                : Optional.of(same.get(Math.min(times, same.size()) - 1).line());
    }

    /** Returns all instructions, in the order of the file. */
    public List<Instruction> list() {
        return list;
    }

    /** Returns the directives at the beginning of the file. */
    Directives directives() {
        return directives;
    }
}
