package io.github.aspirejava.bench;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one push.
 *
 * @param round the round, counted from 0
 * @param figure the id of a {@link Figure}
 * @param seconds its duration; empty if it failed
 * @param log the requests to the registry
 * @param foreignSeconds the processor time of other processes meanwhile
 * @param noisy whether that exceeded the limit
 * @param failure the reason of its failure; empty if it succeeded
 */
record Measurement(
        int round,
        String figure,
        Setting setting,
        double seconds,
        AccessLog log,
        double foreignSeconds,
        boolean noisy,
        @Nullable String failure) {
    static final String CSV_HEADER =
            "round,figure,images,state,rtt_ms,seconds,requests,uploads,distinct_uploads,mounts,foreign_seconds,noisy,failure";

    Optional<String> whyFailed() {
        return Optional.ofNullable(failure);
    }

    boolean succeeded() {
        return failure == null;
    }

    String csv() {
        return String.format(
                Locale.ROOT,
                "%d,%s,%d,%s,%d,%.3f,%d,%d,%d,%d,%.2f,%b,\"%s\"",
                round,
                figure,
                setting.images(),
                setting.state(),
                setting.rttMillis(),
                seconds,
                log.requests(),
                log.uploads().size(),
                log.distinctUploads(),
                log.mounts(),
                foreignSeconds,
                noisy,
                whyFailed().orElse("").replace("\"", "\"\""));
    }
}
