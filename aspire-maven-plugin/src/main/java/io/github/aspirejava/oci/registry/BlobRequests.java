package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The single requests about blobs of one repository, each sent once, without retries. */
final class BlobRequests {
    private final Connection endpoint;
    private final Repository name;

    BlobRequests(Connection endpoint, Repository name) {
        this.endpoint = endpoint;
        this.name = name;
    }

    /** Returns whether the repository has the blob. */
    boolean has(Digest digest) throws IOException {
        Call call = lookFor(digest);
        return isThere(call, endpoint.sendOnce(call));
    }

    /**
     * Returns whether an answer to {@link #lookFor} says that the blob exists. The question saves an upload: a registry
     * or a storage that refuses it gets the blob.
     */
    boolean isThere(Call call, Answer answer) throws IOException {
        if (answer.status() == 401 || answer.status() / 100 > 4) {
            throw endpoint.refusal(call, answer);
        }
        return answer.status() / 100 == 2;
    }

    /** Returns whether the repository has the blob, or does not say that it lacks it. */
    boolean mayHave(Digest digest) throws IOException {
        Call call = lookFor(digest);
        Answer answer = endpoint.sendOnce(call);
        return answer.status() != 404 && (answer.status() / 100 == 4 || isThere(call, answer));
    }

    UploadSession startUpload(Digest digest) throws IOException {
        Call call = write(digest, "POST", endpoint.uri("/v2/%s/blobs/uploads/".formatted(name)));
        Answer answer = endpoint.sendOnce(call);
        if (answer.status() != 202) {
            throw endpoint.refusal(call, answer);
        }
        return UploadSession.of(endpoint, call, answer);
    }

    Call lookFor(Digest digest) throws IOException {
        return new Call(
                "look for the blob %s in %s/%s".formatted(digest, endpoint.host(), name), "HEAD", uri(digest), push());
    }

    Call read(Digest digest) throws IOException {
        return new Call(
                "read the blob %s in %s/%s".formatted(digest, endpoint.host(), name),
                "GET",
                uri(digest),
                List.of(Scopes.pull(name)));
    }

    Call write(Digest digest, String method, URI uri) {
        return new Call("upload the blob %s to %s/%s".formatted(digest, endpoint.host(), name), method, uri, push());
    }

    /** Returns the scopes of requests that write. */
    List<String> push() {
        return List.of(Scopes.push(name));
    }

    private URI uri(Digest digest) throws IOException {
        return endpoint.uri("/v2/%s/blobs/%s".formatted(name, digest));
    }
}
