package io.github.aspirejava.azure.arm;

import java.util.List;

/** The change that a resource needs. */
public sealed interface Change {
    /** No change: the resource is up to date. */
    record None() implements Change {
        @Override
        public String toString() {
            return "no change";
        }
    }

    /** The resource does not exist yet. */
    record Create() implements Change {
        @Override
        public String toString() {
            return "create";
        }
    }

    /** The resource has properties that differ from the desired ones. */
    record Modify(List<Difference> differences) implements Change {
        @Override
        public String toString() {
            return "modify (%s)"
                    .formatted(String.join(
                            ", ", differences.stream().map(Difference::toString).toList()));
        }
    }

    /**
     * The resource has the desired properties, but the service failed to provision it.
     *
     * @param state the state that the service reports
     */
    record Retry(String state) implements Change {
        @Override
        public String toString() {
            return "write again (it is %s)".formatted(state);
        }
    }
}
