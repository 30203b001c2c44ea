package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A long-running operation: it takes a number of polls, and as long as a test holds it. */
final class Operation {
    private final String id = UUID.randomUUID().toString();
    private final ResourcePath path;
    private final OperationStyle style;
    private final List<Gate> gates;
    private final Optional<ObjectNode> error;
    private int polls;
    private boolean over;

    /** Creates an operation that ends after {@code polls} polls, and fails if there is an error. */
    Operation(ResourcePath path, OperationStyle style, int polls, List<Gate> gates, Optional<ObjectNode> error) {
        this.path = path;
        this.style = style;
        this.polls = polls;
        this.gates = gates;
        this.error = error;
    }

    String id() {
        return id;
    }

    ResourcePath path() {
        return path;
    }

    OperationStyle style() {
        return style;
    }

    /** Returns the error that it fails with. */
    Optional<ObjectNode> error() {
        return error;
    }

    boolean isOver() {
        return over;
    }

    /** Counts a poll; returns whether the operation has ended with it. */
    boolean poll() {
        if (over || !gates.stream().allMatch(Gate::pass) || polls-- > 0) {
            return false;
        }
        over = true;
        return true;
    }
}
