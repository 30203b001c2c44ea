package io.github.aspirejava.push;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.registry.RegistryError;
import io.github.aspirejava.oci.registry.RegistryException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The blobs and manifests that a registry misses when it refuses a manifest: it may have collected them as garbage, or
 * report a mount that it has not made.
 *
 * @param reported those that it names
 */
record MissingBlobs(Set<Digest> reported) {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Set<String> CODES = Set.of("MANIFEST_BLOB_UNKNOWN", "BLOB_UNKNOWN");
    /** The codes of a missing repository, which also is 404. */
    private static final Set<String> NO_REPOSITORY = Set.of("NAME_UNKNOWN", "NAME_INVALID", "UNAUTHORIZED", "DENIED");

    /** Returns them if they are the reason of the refusal. */
    static Optional<MissingBlobs> of(RegistryException refusal) {
        boolean missing = refusal.errors().stream().anyMatch(MissingBlobs::isMissing)
                || (refusal.status() == 404
                        && refusal.errors().stream().noneMatch(error -> NO_REPOSITORY.contains(error.code())));
        return missing
                ? Optional.of(new MissingBlobs(refusal.errors().stream()
                        .flatMap(error -> DIGEST.matcher(error.toString()).results())
                        .map(MatchResult::group)
                        .map(Digest::parse)
                        .collect(Collectors.toUnmodifiableSet())))
                : Optional.empty();
    }

    private static boolean isMissing(RegistryError error) {
        return CODES.contains(error.code())
                || error.message().toLowerCase(Locale.ROOT).contains("blob unknown");
    }
}
