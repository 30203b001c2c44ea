package io.github.aspirejava.bench;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one push.
 *
 * @param round counted from 0
 * @param figure the id of a {@link Figure}
 * @param seconds how long it took; nothing if it failed
 * @param log what the registry was asked
 * @param foreignSeconds how long others kept the processors busy meanwhile
 * @param noisy whether that was more than what is allowed
 * @param failure why it failed; nothing if it did not
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
