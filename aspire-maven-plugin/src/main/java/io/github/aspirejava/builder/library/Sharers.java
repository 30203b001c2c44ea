package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;
import java.util.Comparator;
import java.util.List;

/**
 * The services that share libraries of one kind.
 *
 * @param services the services in the order of their names
 */
record Sharers(Library.Kind kind, List<String> services) {
    private static final Comparator<Sharers> BY_NAME =
            Comparator.comparing(Sharers::kind).thenComparing(sharers -> String.join("\n", sharers.services()));

    /** Many services first; a service's name cannot contain a line break. */
    static final Comparator<Sharers> MOST_FIRST = Comparator.<Sharers>comparingInt(
                    sharers -> sharers.services().size())
            .reversed()
            .thenComparing(BY_NAME);

    Sharers {
        services = services.stream().sorted().toList();
    }

    boolean isShared() {
        return services.size() > 1;
    }

    Sharers without(String service) {
        return new Sharers(
                kind, services.stream().filter(other -> !other.equals(service)).toList());
    }
}
