package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.http.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How blobs get into one repository: by mount, or by an upload, which mostly is one of two requests, the fewest that
 * all registries understand. What the methods do is said at those of {@link RegistryRepository} that call them.
 */
final class BlobUploads {
    private final Endpoint endpoint;
    private final Repository name;

    BlobUploads(Endpoint endpoint, Repository name) {
        this.endpoint = endpoint;
        this.name = name;
    }

    Optional<UploadSession> mount(Digest digest, Repository from) throws IOException {
        Call call = new Call(
                "mount %s from %s in %s/%s".formatted(digest, from, endpoint.host(), name),
                "POST",
                endpoint.uri("/v2/%s/blobs/uploads/?mount=%s&from=%s".formatted(name, encode(digest), encode(from))),
                List.of(Scopes.push(name), Scopes.pull(from)));
        Answer answer;
        try {
            answer = endpoint.send(call);
        } catch (RegistryException e) {
            // Who may not read the other repository gets no token for both.
            if (e.status() != 401 && e.status() != 403) {
                throw e;
            }
            return Optional.of(start(digest));
        }
        if (answer.status() == 201) {
            return Optional.empty();
        }
        if (answer.status() == 202) {
            return Optional.of(UploadSession.of(endpoint, call, answer));
        }
        if (answer.status() / 100 == 4) {
            // Who may not read the other repository can still upload the blob to this one.
            return Optional.of(start(digest));
        }
        throw endpoint.refusal(call, answer);
    }

    UploadSession start(Digest digest) throws IOException {
        return endpoint.retries().run(number -> startOnce(digest));
    }

    UploadSession startOnce(Digest digest) throws IOException {
        Call call = new Call(attempt(digest), "POST", endpoint.uri("/v2/%s/blobs/uploads/".formatted(name)), scopes());
        Answer answer = endpoint.sendOnce(call);
        if (answer.status() != 202) {
            throw endpoint.refusal(call, answer);
        }
        return UploadSession.of(endpoint, call, answer);
    }

    void upload(UploadSession session, Blob blob) throws IOException {
        new BlobUpload(endpoint, this, session, blob).run();
    }

    /** Opens an upload and takes it back, which shows whether blobs may be uploaded here. */
    void proveRights() throws IOException {
        Call call = new Call(
                "push to %s/%s".formatted(endpoint.host(), name),
                "POST",
                endpoint.uri("/v2/%s/blobs/uploads/".formatted(name)),
                scopes());
        Answer answer = endpoint.send(call);
        if (answer.status() != 202) {
            throw endpoint.refusal(call, answer);
        }
        UploadSession session = UploadSession.of(endpoint, call, answer);
        try {
            // Whatever the answer is: not every registry can do that, and each forgets uploads by itself.
            endpoint.sendOnce(new Call(call.attempted(), "DELETE", session.location(), scopes()));
        } catch (RegistryException e) {
            // The proof is had.
        }
    }

    /** Whether the repository has the blob, asked once. */
    boolean hasOnce(Digest digest) throws IOException {
        return has(lookFor(digest), true);
    }

    boolean has(Digest digest) throws IOException {
        return has(lookFor(digest), false);
    }

    private boolean has(Call call, boolean once) throws IOException {
        Answer answer = once ? endpoint.sendOnce(call) : endpoint.send(call);
        return switch (answer.status()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw endpoint.refusal(call, answer);
        };
    }

    private Call lookFor(Digest digest) throws IOException {
        return new Call(
                "look for the blob %s in %s/%s".formatted(digest, endpoint.host(), name),
                "HEAD",
                endpoint.uri("/v2/%s/blobs/%s".formatted(name, digest)),
                scopes());
    }

    List<String> scopes() {
        return List.of(Scopes.push(name));
    }

    String attempt(Digest digest) {
        return "upload the blob %s to %s/%s".formatted(digest, endpoint.host(), name);
    }

    private static String encode(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
