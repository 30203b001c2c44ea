package io.github.aspirejava.it;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maven and its way to build a reactor.
 *
 * @param arguments the arguments, such as {@code -T4}
 */
record MavenVariant(MavenInstallation maven, List<String> arguments) {
    private static final List<String> CONCURRENT = List.of("-T4", "-b", "concurrent");

    /** Copies the list. */
    MavenVariant {
        arguments = List.copyOf(arguments);
    }

    /** Returns each Maven, with one thread, with four, and phase by phase if it supports that. */
    static List<MavenVariant> all() {
        List<MavenVariant> all = new ArrayList<>();
        for (MavenInstallation maven : MavenInstallation.all()) {
            all.add(new MavenVariant(maven, List.of()));
            all.add(new MavenVariant(maven, List.of("-T4")));
        }
        all.add(new MavenVariant(MavenInstallation.all().get(2), CONCURRENT));
        return all;
    }

    /** Returns all in a full run; otherwise one for each Maven, and one for each way. */
    static List<MavenVariant> some() {
        List<MavenVariant> all = all();
        return Workspace.inFull() ? all : List.of(all.get(0), all.get(3), all.get(6));
    }

    /**
     * Returns all in a full run; otherwise Maven 4, phase by phase: the most different one from the Maven that runs all
     * other tests.
     */
    static List<MavenVariant> one() {
        List<MavenVariant> all = all();
        return Workspace.inFull() ? all : List.of(all.get(6));
    }

    /** Returns these arguments and those of the variant. */
    String[] with(String... others) {
        return Stream.concat(arguments.stream(), Stream.of(others)).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return String.join(
                " ", Stream.concat(Stream.of(maven.name()), arguments.stream()).toList());
    }
}
