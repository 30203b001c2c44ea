package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.VerifyingInputStream;
import io.github.aspirejava.oci.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The blobs of one repository. They are stored by a mount, or by an upload, which mostly is one of two requests, the
 * fewest that all registries support. The methods fail as those of {@link RegistryRepository} do.
 */
public final class Blobs {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Connection endpoint;
    private final Repository name;
    private final BlobRequests requests;

    Blobs(Connection endpoint, Repository name) {
        this.endpoint = endpoint;
        this.name = name;
        this.requests = new BlobRequests(endpoint, name);
    }

    /** Returns whether the repository has the blob. */
    public boolean has(Digest digest) throws IOException {
        Call call = requests.lookFor(digest);
        return requests.isThere(call, endpoint.send(call));
    }

    /** Opens a blob; its bytes are verified while they are read, and a download that breaks off is resumed. */
    @SuppressWarnings("MustBeClosedChecker") // the caller closes the stream, and with it the answer
    InputStream open(Descriptor descriptor) throws IOException {
        return new VerifyingInputStream(
                new ResumingDownload(endpoint, requests.read(descriptor.digest())),
                descriptor,
                "%s/%s".formatted(endpoint.host(), name));
    }

    /**
     * Mounts a blob from another repository of the registry.
     *
     * @return empty if the blob was mounted; otherwise the upload that the registry has opened instead
     */
    public Optional<UploadSession> mount(Digest digest, Repository from) throws IOException {
        Call call = new Call(
                "mount %s from %s in %s/%s".formatted(digest, from, endpoint.host(), name),
                "POST",
                endpoint.uri("/v2/%s/blobs/uploads/?mount=%s&from=%s".formatted(name, encode(digest), encode(from))),
                List.of(Scopes.push(name), Scopes.pull(from)));
        Optional<Answer> answer = mounted(call);
        if (answer.isEmpty()) {
            return Optional.of(startUpload(digest));
        }
        return answer.get().status() == 201
                ? Optional.empty()
                : Optional.of(UploadSession.of(endpoint, call, answer.get()));
    }

    /**
     * Returns the registry's answer to a mount if it is one of the two that are specified: with any other one the blob
     * can still be uploaded, as by a client that may not read the other repository.
     */
    private Optional<Answer> mounted(Call call) throws IOException {
        return endpoint.retries().run(number -> {
            try {
                return Optional.of(endpoint.sendOnce(call))
                        .filter(answer -> answer.status() == 201 || answer.status() == 202);
            } catch (RegistryException e) {
                if (e.status() == RegistryException.NO_ANSWER || e.status() == TOO_MANY_REQUESTS) {
                    throw e;
                }
                return Optional.empty();
            }
        });
    }

    /** Opens an upload for a blob. */
    public UploadSession startUpload(Digest digest) throws IOException {
        UploadSession kept = endpoint.keptSessions().remove(name);
        return kept == null ? endpoint.retries().run(number -> requests.startUpload(digest)) : kept;
    }

    /**
     * Sends a blob as one body that is streamed and verified on the fly: bytes that do not match the digest never
     * arrive completely.
     *
     * @throws IOException also if the blob's bytes cannot be read or do not match its digest
     */
    public void upload(UploadSession session, Blob blob) throws IOException {
        new BlobUpload(endpoint, requests, session, blob).run();
    }

    /**
     * Opens an upload and cancels it, which proves the permission to upload blobs here. An upload that cannot be
     * cancelled, as by a user who may not delete, is kept for the first blob.
     */
    void proveRights() throws IOException {
        Call call = new Call(
                "push to %s/%s".formatted(endpoint.host(), name),
                "POST",
                endpoint.uri("/v2/%s/blobs/uploads/".formatted(name)),
                requests.push());
        Answer answer = endpoint.send(call);
        if (answer.status() != 202) {
            throw endpoint.refusal(call, answer);
        }
        UploadSession session = UploadSession.of(endpoint, call, answer);
        if (!isCancelled(session)) {
            endpoint.keptSessions().put(name, session);
        }
    }

    private boolean isCancelled(UploadSession session) throws IOException {
        try {
            Call call = new Call(
                    "cancel an upload to %s/%s".formatted(endpoint.host(), name),
                    "DELETE",
                    session.location(),
                    List.of(Scopes.delete(name)));
            return endpoint.sendOnce(call).status() / 100 == 2;
        } catch (RegistryException e) {
            return false;
        }
    }

    private static String encode(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
