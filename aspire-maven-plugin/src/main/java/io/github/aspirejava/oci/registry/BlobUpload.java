package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.HttpBody;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The upload of one blob to a repository: as one body, or in chunks if a registry does not accept such a body. After a
 * fault the state is queried from the registry before anything is sent again: the blob may be there, or the first part
 * of it.
 */
final class BlobUpload {
    private static final long CHUNK_BYTES = 16L * 1024 * 1024;
    private static final long SMALLEST_CHUNK_BYTES = 1024 * 1024;
    /**
     * The statuses with which registries, and the proxies in front of them, refuse a body in a PUT, or one of that
     * size.
     */
    private static final Set<Integer> WANTS_CHUNKS = Set.of(405, 411, 413, 415, 501);

    private static final int TOO_LARGE = 413;

    private final Connection endpoint;
    private final BlobRequests requests;
    private final Blob blob;
    private final Digest digest;
    private final long size;
    private UploadSession session;
    private boolean renewed;
    private boolean inChunks;
    private long chunkBytes = CHUNK_BYTES;

    BlobUpload(Connection endpoint, BlobRequests requests, UploadSession session, Blob blob) {
        this.endpoint = endpoint;
        this.requests = requests;
        this.session = session;
        this.blob = blob;
        this.digest = blob.descriptor().digest();
        this.size = blob.descriptor().size();
    }

    void run() throws IOException {
        endpoint.retries().run(number -> {
            if (number == 1) {
                send(0);
            } else if (!requests.has(digest)) {
                sendAgain();
            }
            return true;
        });
    }

    /** Resumes the upload at the offset that the registry reports, or else starts it again. */
    private void sendAgain() throws IOException {
        Call call = call("GET", session.location());
        Answer answer = endpoint.sendOnce(call);
        OptionalLong arrived =
                answer.status() == 204 || answer.status() == 200 ? UploadSession.arrived(answer) : OptionalLong.empty();
        if (arrived.isPresent() && arrived.getAsLong() <= size) {
            session = session.moved(endpoint, call, answer);
            send(arrived.getAsLong());
        } else {
            session = requests.startUpload(digest);
            send(0);
        }
    }

    private void send(long from) throws IOException {
        if (from > 0 || inChunks) {
            sendChunks(from);
            return;
        }
        Call call = call("PUT", session.closing(digest)).sending("application/octet-stream", whole());
        Answer answer = endpoint.sendOnce(call);
        if (answer.status() == 404 && !renewed) {
            // The upload may have been opened, and given up by the registry, long ago.
            renewed = true;
            session = requests.startUpload(digest);
            send(0);
        } else if (WANTS_CHUNKS.contains(answer.status())) {
            inChunks = true;
            session = requests.startUpload(digest);
            sendChunks(0);
        } else {
            checkStored(call, answer);
        }
    }

    private void sendChunks(long from) throws IOException {
        try (BlobParts parts = new BlobParts(blob)) {
            long at = from;
            while (at < size) {
                long length = Math.min(size - at, inChunks ? chunk() : Long.MAX_VALUE);
                at = sendChunk(parts, at, length);
            }
        }
        Call call = call("PUT", session.closing(digest));
        checkStored(call, endpoint.sendOnce(call));
    }

    private long sendChunk(BlobParts parts, long at, long length) throws IOException {
        Call call = call("PATCH", session.location())
                .sending("application/octet-stream", parts.part(at, length))
                .with("Content-Range", "%d-%d".formatted(at, at + length - 1));
        Answer answer = endpoint.sendOnce(call);
        if (answer.status() == TOO_LARGE && chunkBytes > SMALLEST_CHUNK_BYTES) {
            chunkBytes = Math.max(SMALLEST_CHUNK_BYTES, Math.min(length, chunkBytes) / 4);
            inChunks = true;
            throw endpoint.tryAgain(call, answer);
        }
        if (answer.status() / 100 != 2) {
            throw endpoint.refusal(call, answer);
        }
        session = session.moved(endpoint, call, answer);
        long arrived = UploadSession.arrived(answer).orElse(at + length);
        if (arrived != at + length) {
            throw endpoint.tryAgain(call, answer);
        }
        return arrived;
    }

    private long chunk() {
        return Math.max(chunkBytes, session.smallestChunk());
    }

    /** Checks that the blob is stored: 201 says so; after another success the registry is queried. */
    private void checkStored(Call call, Answer answer) throws IOException {
        boolean stored = answer.status() == 201 || (answer.status() / 100 == 2 && requests.mayHave(digest));
        if (!stored) {
            throw endpoint.refusal(call, answer);
        }
    }

    private Call call(String method, URI uri) {
        return requests.write(digest, method, uri);
    }

    private HttpBody whole() {
        return new HttpBody(blob::open, size);
    }
}
