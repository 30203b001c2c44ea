package io.github.aspirejava.dockerfile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in a Dockerfile the first feature that BuildKit and Podman have, and the legacy builder of Docker lacks. */
public final class BuildKitFeature {
    private static final Set<String> FLAGS_OF_RUN = Set.of("mount", "network", "security", "device");
    private static final Set<String> FLAGS_OF_COPY =
            Set.of("link", "chmod", "parents", "exclude", "checksum", "keep-git-dir", "unpack");
    private static final String PREDEFINED = "(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)|TARGETSTAGE";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(" + PREDEFINED + ")\\b");
    private static final Pattern REPOSITORY =
            Pattern.compile("git@[^:]+:.*|git://.*|ssh://.*|https?://[^?#]+\\.git(?:[?#].*)?");

    private final Set<String> defined;
    private boolean inStage;

    private BuildKitFeature(Set<String> arguments) {
        this.defined = new HashSet<>(arguments);
    }

    /**
     * Returns the first instruction that has one.
     *
     * @param arguments the names of the build arguments
     */
    public static Optional<Instruction> of(Instructions instructions, Set<String> arguments) {
        if (instructions.directives().isForeign()) {
            String syntax = "# syntax=" + instructions.directives().syntax().orElse("");
            return Optional.of(Instruction.parse(1, syntax, false, '\\'));
        }
        BuildKitFeature feature = new BuildKitFeature(arguments);
        return instructions.list().stream()
                .filter(instruction -> feature.isIn(instruction.triggered()))
                .findFirst();
    }

    private boolean isIn(Instruction instruction) {
        return instruction.heredocs()
                || switch (instruction.keyword()) {
                    case "RUN" -> hasFlag(instruction, FLAGS_OF_RUN);
                    case "COPY" -> hasFlag(instruction, FLAGS_OF_COPY);
                    case "ADD" -> hasFlag(instruction, FLAGS_OF_COPY) || addsRepository(instruction);
                    case "ARG" -> declaresPredefined(instruction);
                    case "FROM" -> usesPredefined(instruction);
                    default -> false;
                };
    }

    private static boolean hasFlag(Instruction instruction, Set<String> names) {
        return instruction.flags().stream()
                .map(flag -> flag.substring(2).split("=", 2)[0].toLowerCase(Locale.ROOT))
                .anyMatch(names::contains);
    }

    private static boolean addsRepository(Instruction instruction) {
        List<String> words = instruction.words();
        return words.stream()
                .limit(Math.max(0, words.size() - 1))
                .anyMatch(word -> REPOSITORY.matcher(word).matches());
    }

    /** Returns whether an argument has only the value that BuildKit gives it: a default takes its place. */
    private boolean declaresPredefined(Instruction instruction) {
        for (String word : instruction.words()) {
            String name = word.split("=", 2)[0];
            if (word.contains("=")) {
                defined.add(name);
            } else if (inStage && name.matches(PREDEFINED) && !defined.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean usesPredefined(Instruction instruction) {
        inStage = true;
        String text = String.join(" ", instruction.flags()) + ' ' + instruction.rest();
        return VARIABLE.matcher(text).results().anyMatch(used -> !defined.contains(used.group(1)));
    }
}
