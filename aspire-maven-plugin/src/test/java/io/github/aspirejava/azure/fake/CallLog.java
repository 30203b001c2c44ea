package io.github.aspirejava.azure.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All requests, in the order in which they were answered. */
final class CallLog {
    private final List<LoggedCall> calls = new CopyOnWriteArrayList<>();

    void add(LoggedCall call) {
        calls.add(call);
    }

    List<LoggedCall> calls() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
    }
}
