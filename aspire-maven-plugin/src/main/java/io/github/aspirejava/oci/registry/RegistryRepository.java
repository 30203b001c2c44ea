package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One repository of a registry: its manifests and its {@link Blobs}, each method being one request (and, if the
 * registry requires it, its authentication). Every method throws {@link RegistryException} if the registry cannot be
 * reached or refuses, and {@link InterruptedIOException} with the interrupt status set if the thread is interrupted.
 */
public final class RegistryRepository implements ImageSource {
    /** The length up to which registries have to accept manifests; longer ones are not images. */
    private static final int MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

    private static final String MANIFESTS = String.join(
            ", ",
            MediaTypes.OCI_INDEX,
            MediaTypes.OCI_MANIFEST,
            MediaTypes.DOCKER_MANIFEST_LIST,
            MediaTypes.DOCKER_MANIFEST);
    /**
     * The statuses with which registries refuse to move an immutable tag: ECR 400, Docker Hub and Quay 403 or 405, ACR
     * 409, Harbor 412.
     */
    private static final Set<Integer> MAY_BE_IMMUTABLE = Set.of(400, 403, 405, 409, 412);

    private static final String IMMUTABLE = "The tag points to %s already and does not move. Push under another tag";
    private static final String CONTENT_DIGEST = "Docker-Content-Digest";

    private final Connection endpoint;
    private final Repository name;
    private final List<String> pull;
    private final List<String> push;
    private final Blobs blobs;

    RegistryRepository(Connection endpoint, Repository name) {
        this.endpoint = endpoint;
        this.name = name;
        this.pull = List.of(Scopes.pull(name));
        this.push = List.of(Scopes.push(name));
        this.blobs = new Blobs(endpoint, name);
    }

    /** Returns the registry. */
    public RegistryHost host() {
        return endpoint.host();
    }

    /** Returns the repository's name. */
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
        Answer answer = endpoint.send(call, MAX_MANIFEST_BYTES + 1);
        if (answer.status() != 200) {
            throw endpoint.refusal(call, answer);
        }
        byte[] content = answer.body();
        if (content.length > MAX_MANIFEST_BYTES) {
            throw endpoint.unusable(call, answer, "It is larger than 4 MiB, the limit for manifests");
        }
        if (MediaTypes.isSchema1(mediaType(answer).orElse(""))
                || Json.parse(content).path("schemaVersion").asInt() == 1) {
            // Its digest is not that of these bytes, but of those without their signatures.
            throw endpoint.unusable(call, answer, "It is of " + MediaTypes.ABOUT_SCHEMA_1);
        }
        Optional<Digest> expected =
                selector.contains(":") ? Optional.of(Digest.parse(selector)) : contentDigest(call, answer);
        if (expected.isPresent() && !expected.get().matches(content)) {
            throw endpoint.unusable(call, answer, "The bytes are not those of %s".formatted(expected.get()));
        }
        String mediaType = mediaType(answer)
                .filter(type -> MediaTypes.isIndex(type) || MediaTypes.isManifest(type))
                .orElseGet(() -> Json.parse(content).path("mediaType").asText(""));
        if (mediaType.isEmpty()) {
            throw endpoint.unusable(call, answer, "It did not return the media type of the manifest");
        }
        ManifestContent manifest = new ManifestContent(mediaType, content);
        Optional<String> ambiguity = manifest.ambiguity();
        if (ambiguity.isPresent()) {
            throw endpoint.unusable(call, answer, "The manifest is ambiguous: " + ambiguity.get());
        }
        return manifest;
    }

    @Override
    public InputStream openBlob(Descriptor descriptor) throws IOException {
        return blobs.open(descriptor);
    }

    /**
     * Returns the digest that {@code selector}, a tag or a digest, points to here; empty if there is no such manifest.
     */
    public Optional<Digest> findManifest(String selector) throws IOException {
        Call call = lookFor(selector);
        return found(call, selector, endpoint.send(call));
    }

    /** Returns the blobs of this repository. */
    public Blobs blobs() {
        return blobs;
    }

    /**
     * Stores a manifest whose blobs are all here.
     *
     * @param selector the tag to move to it, or its own digest
     * @throws RegistryException also if the tag points to something else and is immutable
     */
    public void putManifest(ManifestContent manifest, String selector) throws IOException {
        Digest own = manifest.descriptor().digest();
        Call call = manifestCall("write", "PUT", selector, push)
                .sending(manifest.descriptor().mediaType(), HttpBody.of(manifest.content()));
        endpoint.retries().run(number -> {
            // The answer to an earlier try may have been lost.
            if (number == 1 || !findOnce(selector).equals(Optional.of(own))) {
                put(call, selector, own);
            }
            return true;
        });
    }

    private void put(Call call, String selector, Digest own) throws IOException {
        Answer answer = endpoint.sendOnce(call);
        if (MAY_BE_IMMUTABLE.contains(answer.status())) {
            Optional<Digest> current = findOnce(selector);
            if (current.equals(Optional.of(own))) {
                return;
            }
            throw current.isPresent() && Advice.isAboutImmutability(answer.status(), Refusals.errors(answer))
                    ? endpoint.refusal(call, answer, IMMUTABLE.formatted(current.get()))
                    : endpoint.refusal(call, answer);
        }
        if (answer.status() / 100 != 2) {
            throw endpoint.refusal(call, answer);
        }
        Optional<Digest> stored = contentDigest(call, answer);
        if (stored.isPresent() && !stored.get().equals(own)) {
            throw endpoint.unusable(call, answer, "It stored %s instead of %s".formatted(stored.get(), own));
        }
    }

    private Optional<Digest> findOnce(String selector) throws IOException {
        Call call = lookFor(selector);
        return found(call, selector, endpoint.sendOnce(call));
    }

    /**
     * Returns the digest in the answer. A registry that refuses the question itself is asked with GET; a client that
     * may not read the manifest may write it all the same, so that a second refusal means that it has to.
     */
    private Optional<Digest> found(Call call, String selector, Answer answer) throws IOException {
        if (answer.status() == 200) {
            Optional<Digest> digest = contentDigest(call, answer);
            return digest.isPresent()
                    ? digest
                    : Optional.of(manifest(selector).descriptor().digest());
        }
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() == 401 || answer.status() / 100 != 4) {
            throw endpoint.refusal(call, answer);
        }
        Call get = manifestCall("look for", "GET", selector, push).accepting(MANIFESTS);
        Answer content = endpoint.sendOnce(get, MAX_MANIFEST_BYTES + 1);
        return content.status() == 200 && content.body().length <= MAX_MANIFEST_BYTES
                ? Optional.of(Digest.of(content.body()))
                : Optional.empty();
    }

    private Call lookFor(String selector) throws IOException {
        return manifestCall("look for", "HEAD", selector, push).accepting(MANIFESTS);
    }

    private Call manifestCall(String verb, String method, String selector, List<String> scopes) throws IOException {
        String separator = selector.contains(":") ? "@" : ":";
        return new Call(
                "%s the manifest %s/%s%s%s".formatted(verb, host(), name, separator, selector),
                method,
                endpoint.uri("/v2/%s/manifests/%s".formatted(name, selector)),
                scopes);
    }

    private Optional<Digest> contentDigest(Call call, Answer answer) throws IOException {
        try {
            return answer.header(CONTENT_DIGEST)
                    .filter(digest -> !digest.isBlank())
                    .map(Digest::parse);
        } catch (GrammarException e) {
            throw endpoint.unusable(call, answer, "The registry returned an invalid digest");
        }
    }

    private static Optional<String> mediaType(Answer answer) {
        return answer.header("Content-Type")
                .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
    }
}
