package io.github.aspirejava.bench;

import io.github.aspirejava.bench.Contender.Trait;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of a series.
 *
 * @param it the directory of the integration tests
 * @param runs the number of measurements of the plugin and the limit, and of the others in settings that an aim
 *     compares
 * @param peerRuns the number of measurements of the others in all other settings
 * @param only the parts to measure: contenders, {@code requests}, {@code memory} and {@code fleet}; empty for
 *     everything
 * @param images the counts of images
 * @param rtts the added round-trip times, in milliseconds
 * @param anyLoad whether a run counts although other processes were busy
 * @param readme whether the table goes into the README
 */
record Options(
        String it,
        int runs,
        int peerRuns,
        Set<String> only,
        List<Integer> images,
        List<Integer> rtts,
        boolean anyLoad,
        boolean readme) {
    /** The largest count of images in any setting. */
    static final int MOST_IMAGES = 16;

    private static final int COLD_IMAGES = 8;

    Options {
        only = Set.copyOf(only);
        images = List.copyOf(images);
        rtts = List.copyOf(rtts);
    }

    static Options parse(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        String it = left.remove();
        int runs = 5;
        int peerRuns = 3;
        Set<String> only = new TreeSet<>();
        List<Integer> images = List.of(1, 4, 8, MOST_IMAGES);
        List<Integer> rtts = List.of(0, 20, 100);
        boolean anyLoad = false;
        boolean readme = true;
        while (!left.isEmpty()) {
            String option = left.remove();
            switch (option) {
                case "--runs" -> runs = Integer.parseInt(value(option, left));
                case "--peer-runs" -> peerRuns = Integer.parseInt(value(option, left));
                case "--only" -> only.addAll(List.of(value(option, left).split(",", -1)));
                case "--n" -> images = numbers(value(option, left));
                case "--rtt" -> rtts = numbers(value(option, left));
                case "--any-load" -> anyLoad = true;
                case "--no-readme" -> readme = false;
                default ->
                    throw new BenchException("There is no option " + option + ". it/bench/run tells which there are");
            }
        }
        if (images.stream().anyMatch(count -> count < 1 || count > MOST_IMAGES)) {
            throw new BenchException("--n takes counts from 1 to " + MOST_IMAGES);
        }
        return new Options(it, runs, Math.min(runs, peerRuns), only, images, rtts, anyLoad, readme);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new BenchException(option + " wants a value");
        }
        return left.remove();
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(Integer::valueOf)
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * Refuses unknown names.
     *
     * @param ids all names of parts
     */
    void checkNames(List<String> ids) {
        for (String name : only) {
            if (ids.stream().noneMatch(id -> matches(name, id))) {
                throw new BenchException("--only has '%s'. There are %s".formatted(name, String.join(", ", ids)));
            }
        }
    }

    private static boolean matches(String name, String id) {
        return id.equals(name) || id.startsWith(name + '-');
    }

    /** Returns whether {@code id} is measured; {@code ours} stands for {@code ours-cold} and so on. */
    boolean measures(String id) {
        return only.isEmpty() || only.stream().anyMatch(name -> matches(name, id));
    }

    /** Returns the count of images that is pushed to empty registries at all distances: 8, or the largest one. */
    int farImages() {
        return images.contains(COLD_IMAGES) ? COLD_IMAGES : images.get(images.size() - 1);
    }

    /** Returns the count of unchanged images that is pushed at all distances: the largest one. */
    int farUnchangedImages() {
        return images.get(images.size() - 1);
    }

    /** Returns the distances other than 0. */
    List<Integer> far() {
        return rtts.stream().filter(rtt -> rtt > 0).toList();
    }

    /** Returns whether a contender is measured in a round, counted from 0. */
    boolean hasTurn(Contender contender, int count, int rttMillis, int round) {
        if (contender.is(Trait.CLOSELY)) {
            return round < runs;
        }
        if (rttMillis > 0) {
            return round < (contender.is(Trait.SEQUENTIAL) ? 1 : peerRuns);
        }
        return round < (count == farImages() ? runs : peerRuns);
    }
}
