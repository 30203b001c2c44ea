package io.github.aspirejava.azure.arm;

import java.util.List;

/** What has to be done to a resource. */
public sealed interface Change {
    /** Nothing: it is as it should be. */
    record None() implements Change {
        @Override
        public String toString() {
            return "no change";
        }
    }

    /** There is none yet. */
    record Create() implements Change {
        @Override
        public String toString() {
            return "create";
        }
    }

    /** It has properties that are not as they should be. */
    record Modify(List<Difference> differences) implements Change {
        @Override
        public String toString() {
            return "modify (%s)"
                    .formatted(String.join(
                            ", ", differences.stream().map(Difference::toString).toList()));
        }
    }

    /**
     * It is as it should be, but the service could not make it so.
     *
     * @param state what the service says
     */
    record Retry(String state) implements Change {
        @Override
        public String toString() {
            return "write again (it is %s)".formatted(state);
        }
    }
}
