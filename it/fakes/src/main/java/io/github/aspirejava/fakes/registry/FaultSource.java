package io.github.aspirejava.fakes.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Decides which requests fail. */
@FunctionalInterface
interface FaultSource {
    /** Returns the effect on the request, if any. */
    Optional<Fault.Effect> strike(LoggedRequest request);

    /** Applies the fault to matching requests, by their number. */
    static FaultSource byCount(Fault fault, Predicate<LoggedRequest> which) {
        AtomicInteger count = new AtomicInteger();
        return request -> which.test(request) && fault.strikes(count.getAndIncrement())
                ? Optional.of(fault.effect())
                : Optional.empty();
    }

    /**
     * Applies one of the faults to each request with a probability of {@code rate}. The decision depends on the seed,
     * on the request and on the number of equal requests before, but not on concurrent requests of other threads.
     */
    static FaultSource atRandom(long seed, double rate, List<Fault> faults) {
        Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
        return request -> {
            String session = "/blobs/uploads/.*";
            String key = request.method() + request.path().replaceFirst(session, session) + request.digestParameter();
            int n = counts.computeIfAbsent(key, k -> new AtomicInteger()).getAndIncrement();
            SplittableRandom random = new SplittableRandom(seed ^ ((long) key.hashCode() << 32) ^ n);
            return random.nextDouble() < rate
                    ? Optional.of(faults.get(random.nextInt(faults.size())).effect())
                    : Optional.empty();
        };
    }
}
