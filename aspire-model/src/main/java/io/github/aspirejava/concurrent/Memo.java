package io.github.aspirejava.concurrent;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A memoised value for each key, computed by the first thread that needs it while the others wait, as in {@link Once}.
 *
 * @param <K> the key; the value of an equal key is not computed again
 */
public final class Memo<K, V> {
    private final ConcurrentMap<K, Once<V>> values = new ConcurrentHashMap<>();

    /**
     * Returns the value of {@code key}, computed by {@code supplier} if there is none yet.
     *
     * @throws IOException if the supplier throws it, in this thread or in the one that it waited for
     * @throws InterruptedIOException if the thread is interrupted while it waits; its interrupt status is set
     */
    public V get(K key, Once.Supplier<V> supplier) throws IOException {
        return once(key).get(supplier);
    }

    /** Returns the value of {@code key}, if it has been computed. */
    public Optional<V> value(K key) {
        return once(key).value();
    }

    /** Returns all values that have been computed. */
    public List<V> values() {
        return values.values().stream()
                .map(Once::value)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Forgets {@code stale}, unless another value has been computed for {@code key} since. */
    public void forget(K key, V stale) {
        once(key).forget(stale);
    }

    private Once<V> once(K key) {
        return values.computeIfAbsent(key, k -> new Once<>());
    }
}
