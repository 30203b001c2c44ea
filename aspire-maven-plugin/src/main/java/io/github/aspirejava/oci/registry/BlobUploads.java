package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How blobs get into one repository: by mount, or by a monolithic upload of two requests, which is the fewest that all
 * registries understand. What the methods do is said at those of {@link RegistryRepository} that call them.
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
        try (Response response = endpoint.send(call)) {
            if (response.status() == 201) {
                return Optional.empty();
            }
            if (response.status() == 202) {
                return Optional.of(session(call, response));
            }
            throw endpoint.refusal(call, response);
        } catch (RegistryException e) {
            if (!isAboutTheSource(e.status())) {
                throw e;
            }
        }
        // Who may not read the other repository can still upload the blob to this one.
        return Optional.of(start(digest));
    }

    UploadSession start(Digest digest) throws IOException {
        Call call = new Call(attempt(digest), "POST", endpoint.uri("/v2/%s/blobs/uploads/".formatted(name)), scopes());
        try (Response response = endpoint.send(call)) {
            if (response.status() != 202) {
                throw endpoint.refusal(call, response);
            }
            return session(call, response);
        }
    }

    void upload(UploadSession session, Blob blob) throws IOException {
        Digest digest = blob.descriptor().digest();
        URI location = session.location();
        String separator = location.getRawQuery() == null ? "?" : "&";
        URI uri = URI.create(location + separator + "digest=" + encode(digest));
        try (BlobBody body = new BlobBody(blob)) {
            Call call = new Call(attempt(digest), "PUT", uri, scopes())
                    .sending("application/octet-stream", body.publisher());
            try (Response response = endpoint.send(call)) {
                if (response.status() != 201) {
                    throw endpoint.refusal(call, response);
                }
            } catch (IOException e) {
                throw body.failure().orElse(e);
            }
        }
    }

    private UploadSession session(Call call, Response response) throws IOException {
        String location = response.header("Location")
                .orElseThrow(() -> endpoint.unusable(call, response, "It does not say where to upload to"));
        return new UploadSession(endpoint.location(call, response, location));
    }

    private List<String> scopes() {
        return List.of(Scopes.push(name));
    }

    private String attempt(Digest digest) {
        return "upload the blob %s to %s/%s".formatted(digest, endpoint.host(), name);
    }

    /** A refusal, and not a fault that would hit an upload as well. */
    private static boolean isAboutTheSource(int status) {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    private static String encode(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
