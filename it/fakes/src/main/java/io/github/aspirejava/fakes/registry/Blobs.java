package io.github.aspirejava.fakes.registry;

import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads blobs, completely or by range. */
final class Blobs {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]*)");

    private final RegistryContents contents;
    private final Switches switches;

    Blobs(RegistryContents contents, Switches switches) {
        this.contents = contents;
        this.switches = switches;
    }

    Answer answer(Request request, String repository, String digest) {
        if (request.head().isWrite()) {
            return Answer.error(405, "UNSUPPORTED", "the operation is unsupported");
        }
        if (switches.blobServer.isPresent()) {
            return Answer.of(307)
                    .header(
                            "Location",
                            switches.blobServer.get() + request.head().path());
        }
        return contents.find(repository, digest)
                .map(blob -> content(blob, request.head().header("Range")))
                .orElseGet(() -> Answer.error(404, "BLOB_UNKNOWN", "blob unknown to registry"));
    }

    private static Answer content(StoredBlob blob, Optional<String> range) {
        long size = blob.size();
        Matcher matcher = RANGE.matcher(range.orElse(""));
        if (!matcher.matches()) {
            return bytes(Answer.of(200), blob, 0, size);
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(matcher.group(2)), size - 1);
        if (from > to) {
            return Answer.of(416).header("Content-Range", "bytes */" + size);
        }
        return bytes(Answer.of(206), blob, from, to + 1 - from)
                .header("Content-Range", "bytes %d-%d/%d".formatted(from, to, size));
    }

    private static Answer bytes(Answer answer, StoredBlob blob, long from, long length) {
        return answer.header("Content-Type", "application/octet-stream")
                .header("Accept-Ranges", "bytes")
                .body(length, () -> {
                    InputStream bytes = blob.bytes().open();
                    bytes.skipNBytes(from);
                    return new BodyStream.Fixed(bytes, length);
                });
    }
}
