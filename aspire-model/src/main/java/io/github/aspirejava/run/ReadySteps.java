package io.github.aspirejava.run;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The steps that are ready to run, the one with the longest remaining chain first. A step that uses this machine takes
 * a slot as long as it runs. A step that mostly waits takes none: if it did, the steps of a registry that hangs would
 * keep all others from running. Guarded by the coordinator's lock.
 */
final class ReadySteps {
    private final IndexedGraph graph;
    private final PriorityQueue<Integer> working;
    private final PriorityQueue<Integer> waiting;
    private int places;

    ReadySteps(IndexedGraph graph, int places) {
        this.graph = graph;
        this.places = places;
        Comparator<Integer> longestChainFirst =
                Comparator.<Integer>comparingInt(graph::height).reversed().thenComparing(Comparator.naturalOrder());
        working = new PriorityQueue<>(longestChainFirst);
        waiting = new PriorityQueue<>(longestChainFirst);
    }

    void add(int step) {
        (isMostlyWaiting(step) ? waiting : working).add(step);
    }

    /** Returns the step to run next; -1 if none is ready, or all slots are taken. */
    int take() {
        if (!waiting.isEmpty()) {
            return waiting.remove();
        }
        if (places == 0 || working.isEmpty()) {
            return -1;
        }
        places--;
        return working.remove();
    }

    /** Releases the slot of a step that has ended. */
    void release(int step) {
        places += isMostlyWaiting(step) ? 0 : 1;
    }

    void clear() {
        waiting.clear();
        working.clear();
    }

    private boolean isMostlyWaiting(int step) {
        return graph.step(step).kind().isMostlyWaiting();
    }
}
