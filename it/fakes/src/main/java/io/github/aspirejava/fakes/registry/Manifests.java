package io.github.aspirejava.fakes.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes manifests. The content that they refer to has to exist before. */
final class Manifests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryContents contents;
    private final Switches switches;

    Manifests(RegistryContents contents, Switches switches) {
        this.contents = contents;
        this.switches = switches;
    }

    Answer answer(Request request, String repository, String selector) throws IOException {
        return switch (request.head().method()) {
            case "GET", "HEAD" -> read(repository, selector);
            case "PUT" -> write(request, repository, selector);
            default -> Answer.error(405, "UNSUPPORTED", "the operation is unsupported");
        };
    }

    private Answer read(String repository, String selector) {
        return contents.manifest(repository, selector)
                .map(manifest -> Answer.of(200)
                        .body(manifest.mediaType(), manifest.content())
                        .header("Docker-Content-Digest", manifest.digest()))
                .orElseGet(() -> Answer.error(404, "MANIFEST_UNKNOWN", "manifest unknown"));
    }

    private Answer write(Request request, String repository, String selector) throws IOException {
        StoredManifest manifest = new StoredManifest(
                request.head().header("Content-Type").orElse(""), request.body().readAllBytes());
        String digest = manifest.digest();
        Optional<String> missing;
        try {
            missing = missing(JSON.readTree(manifest.content()), repository);
        } catch (JsonProcessingException e) {
            return Answer.error(400, "MANIFEST_INVALID", "manifest invalid");
        }
        if (missing.isPresent()) {
            return Answer.error(400, "MANIFEST_BLOB_UNKNOWN", "blob unknown to registry: " + missing.get());
        }
        // The check and the change are atomic, or two clients could both move an immutable tag.
        synchronized (this) {
            if (selector.contains(":") && !selector.equals(digest)) {
                return Answer.error(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
            }
            if (!selector.contains(":")
                    && switches.immutableTags.isPresent()
                    && !mayTag(repository, selector, digest)) {
                return Answer.error(
                        switches.immutableTags.getAsInt(), "TAG_INVALID", "the tag exists already and is immutable");
            }
            contents.putManifest(repository, selector, manifest);
            contents.putManifest(repository, digest, manifest);
        }
        return Answer.of(201)
                .header("Docker-Content-Digest", digest)
                .header("Location", "/v2/%s/manifests/%s".formatted(repository, digest));
    }

    private boolean mayTag(String repository, String tag, String digest) {
        return contents.manifest(repository, tag)
                .map(existing -> existing.digest().equals(digest) && !switches.refusesSameTagAgain)
                .orElse(true);
    }

    private Optional<String> missing(JsonNode manifest, String repository) {
        List<String> blobs = new ArrayList<>(manifest.path("layers").findValuesAsText("digest"));
        blobs.addAll(manifest.path("config").findValuesAsText("digest"));
        for (String blob : blobs) {
            if (contents.find(repository, blob).isEmpty()) {
                return Optional.of(blob);
            }
        }
        return manifest.path("manifests").findValuesAsText("digest").stream()
                .filter(child -> contents.manifest(repository, child).isEmpty())
                .findFirst();
    }
}
