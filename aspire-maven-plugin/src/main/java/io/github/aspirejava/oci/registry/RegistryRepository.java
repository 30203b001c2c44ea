package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.VerifyingInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One repository of a registry: reads and writes blobs and manifests, each method being one request (and, where the
 * registry asks for it, its authentication). Every method throws {@link RegistryException} if the registry cannot be
 * reached or refuses, and {@link InterruptedIOException} with the interrupt status set if the thread is interrupted.
 */
public final class RegistryRepository implements ImageSource {
    /** Registries have to take manifests of this length; longer ones are not images. */
    private static final int MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

    private static final String MANIFESTS = String.join(
            ", ",
            MediaTypes.OCI_INDEX,
            MediaTypes.OCI_MANIFEST,
            MediaTypes.DOCKER_MANIFEST_LIST,
            MediaTypes.DOCKER_MANIFEST);
    private static final String CONTENT_DIGEST = "Docker-Content-Digest";

    private final Endpoint endpoint;
    private final Repository name;
    private final List<String> pull;
    private final List<String> push;
    private final BlobUploads uploads;

    RegistryRepository(Endpoint endpoint, Repository name) {
        this.endpoint = endpoint;
        this.name = name;
        this.pull = List.of(Scopes.pull(name));
        this.push = List.of(Scopes.push(name));
        this.uploads = new BlobUploads(endpoint, name);
    }

    /** The registry. */
    public RegistryHost host() {
        return endpoint.host();
    }

    /** The repository's name. */
    public Repository name() {
        return name;
    }

    @Override
    public Optional<BlobOrigin> origin() {
        return Optional.of(new BlobOrigin(host(), name));
    }

    @Override
    public ManifestContent manifest(String selector) throws IOException {
        Call call = manifestCall("read", "GET", selector, pull).accepting(MANIFESTS);
        try (Response response = endpoint.send(call)) {
            if (response.status() != 200) {
                throw endpoint.refusal(call, response);
            }
            byte[] content = response.read(MAX_MANIFEST_BYTES + 1);
            if (content.length > MAX_MANIFEST_BYTES) {
                throw endpoint.unusable(call, response, "It is longer than 4 MiB and so no manifest");
            }
            Optional<Digest> expected =
                    selector.contains(":") ? Optional.of(Digest.parse(selector)) : contentDigest(call, response);
            if (expected.isPresent() && !expected.get().matches(content)) {
                throw endpoint.unusable(call, response, "The bytes are not those of %s".formatted(expected.get()));
            }
            String mediaType = mediaType(response)
                    .filter(type -> MediaTypes.isIndex(type) || MediaTypes.isManifest(type))
                    .orElseGet(() -> Json.parse(content).path("mediaType").asText(""));
            if (mediaType.isEmpty()) {
                throw endpoint.unusable(call, response, "It does not say what kind of manifest it is");
            }
            return new ManifestContent(mediaType, content);
        }
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // whoever asked for the stream closes it, and with it the response
    public InputStream openBlob(Descriptor descriptor) throws IOException {
        Call call = blobCall("read", "GET", descriptor.digest(), pull);
        Response response = endpoint.send(call);
        if (response.status() != 200) {
            try (response) {
                throw endpoint.refusal(call, response);
            }
        }
        return new VerifyingInputStream(response.body(), descriptor, "%s/%s".formatted(host(), name));
    }

    /** What {@code selector}, a tag or a digest, points to here; empty if there is no such manifest. */
    public Optional<Digest> findManifest(String selector) throws IOException {
        Call call = manifestCall("look for", "HEAD", selector, push).accepting(MANIFESTS);
        try (Response response = endpoint.send(call)) {
            return switch (response.status()) {
                case 200 -> {
                    Optional<Digest> digest = contentDigest(call, response);
                    yield digest.isPresent()
                            ? digest
                            : Optional.of(manifest(selector).descriptor().digest());
                }
                case 404 -> Optional.empty();
                default -> throw endpoint.refusal(call, response);
            };
        }
    }

    /** Whether this repository has the blob. */
    public boolean hasBlob(Digest digest) throws IOException {
        Call call = blobCall("look for", "HEAD", digest, push);
        try (Response response = endpoint.send(call)) {
            return switch (response.status()) {
                case 200 -> true;
                case 404 -> false;
                default -> throw endpoint.refusal(call, response);
            };
        }
    }

    /**
     * Lets the registry take a blob over from another of its repositories.
     *
     * @return empty if that is done; otherwise the upload that the registry has opened instead
     */
    public Optional<UploadSession> mount(Digest digest, Repository from) throws IOException {
        return uploads.mount(digest, from);
    }

    /** Opens an upload for a blob. */
    public UploadSession startUpload(Digest digest) throws IOException {
        return uploads.start(digest);
    }

    /**
     * Sends a blob as one body that is streamed and checked on its way: bytes that are not those of the digest never
     * arrive whole.
     *
     * @throws IOException also if the blob's bytes cannot be had or are not those of its digest
     */
    public void upload(UploadSession session, Blob blob) throws IOException {
        uploads.upload(session, blob);
    }

    /**
     * Stores a manifest whose blobs are all here.
     *
     * @param selector the tag to move to it, or its own digest
     */
    public void putManifest(ManifestContent manifest, String selector) throws IOException {
        Call call = manifestCall("write", "PUT", selector, push)
                .sending(manifest.descriptor().mediaType(), BodyPublishers.ofByteArray(manifest.content()));
        try (Response response = endpoint.send(call)) {
            if (response.status() != 201) {
                throw endpoint.refusal(call, response);
            }
            Digest own = manifest.descriptor().digest();
            Optional<Digest> stored = contentDigest(call, response);
            if (stored.isPresent() && !stored.get().equals(own)) {
                throw endpoint.unusable(call, response, "It stored %s instead of %s".formatted(stored.get(), own));
            }
        }
    }

    private Call manifestCall(String verb, String method, String selector, List<String> scopes) {
        String separator = selector.contains(":") ? "@" : ":";
        return new Call(
                "%s the manifest %s/%s%s%s".formatted(verb, host(), name, separator, selector),
                method,
                endpoint.uri("/v2/%s/manifests/%s".formatted(name, selector)),
                scopes);
    }

    private Call blobCall(String verb, String method, Digest digest, List<String> scopes) {
        return new Call(
                "%s the blob %s in %s/%s".formatted(verb, digest, host(), name),
                method,
                endpoint.uri("/v2/%s/blobs/%s".formatted(name, digest)),
                scopes);
    }

    private Optional<Digest> contentDigest(Call call, Response response) throws IOException {
        try {
            return response.header(CONTENT_DIGEST).map(Digest::parse);
        } catch (GrammarException e) {
            throw endpoint.unusable(call, response, "It names a digest that is none");
        }
    }

    private static Optional<String> mediaType(Response response) {
        return response.header("Content-Type")
                .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
    }
}
