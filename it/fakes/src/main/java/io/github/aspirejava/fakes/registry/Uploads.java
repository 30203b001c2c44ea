package io.github.aspirejava.fakes.registry;

import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts blobs: by mount, in one piece, or in chunks. An upload handles one request at a time. */
final class Uploads {
    private static final Pattern CONTENT_RANGE = Pattern.compile("([0-9]+)-([0-9]+)");

    private final Map<String, Upload> open = new ConcurrentHashMap<>();
    private final RegistryContents contents;
    private final Switches switches;

    Uploads(RegistryContents contents, Switches switches) {
        this.contents = contents;
        this.switches = switches;
    }

    Answer answer(Request request, String repository, String session) throws IOException {
        if (request.head().method().equals("POST")) {
            return start(request, repository);
        }
        Upload upload = open.get(session);
        if (upload == null) {
            return unknown();
        }
        synchronized (upload) {
            // The previous request may have ended it.
            return open.containsKey(session) ? proceed(request, new Session(repository, session, upload)) : unknown();
        }
    }

    private Answer start(Request request, String repository) throws IOException {
        LoggedRequest head = request.head();
        String digest = head.digestParameter();
        if (head.isMount()) {
            Optional<StoredBlob> source = head.parameters("from").stream()
                    .flatMap(from -> contents.find(from, digest).stream())
                    .findFirst();
            if (source.isPresent() && !switches.refusesMounts) {
                contents.putBlob(repository, source.get());
                return created(repository, digest);
            }
        }
        Session session = new Session(
                repository,
                UUID.randomUUID().toString(),
                new Upload(!switches.storesNoBlobs, switches.losesBrokenUploads));
        if (switches.takesBlobsWithPost && !head.isMount() && !digest.isEmpty()) {
            session.upload().append(request.body());
            return finish(session, digest);
        }
        open.put(session.id(), session.upload());
        Answer answer = progress(202, session);
        return switches.minChunkBytes > 0
                ? answer.header("OCI-Chunk-Min-Length", Long.toString(switches.minChunkBytes))
                : answer;
    }

    private Answer proceed(Request request, Session session) throws IOException {
        LoggedRequest head = request.head();
        boolean old = !head.parameters("state").equals(List.of(session.state()));
        return switch (head.method()) {
            case "GET" -> old && switches.refusesOldLocations ? invalid() : progress(204, session);
            case "DELETE" -> {
                open.remove(session.id());
                yield Answer.of(204);
            }
            case "PATCH", "PUT" -> {
                Optional<Answer> refusal = refusal(head, session, old);
                if (refusal.isPresent()) {
                    yield refusal.get();
                }
                session.upload().append(request.body());
                yield head.isChunk() ? progress(202, session) : finish(session, head.digestParameter());
            }
            default -> Answer.error(405, "UNSUPPORTED", "the operation is unsupported");
        };
    }

    private Optional<Answer> refusal(LoggedRequest head, Session session, boolean old) {
        Upload upload = session.upload();
        Matcher range = CONTENT_RANGE.matcher(head.header("Content-Range").orElse(""));
        if (range.matches() && Long.parseLong(range.group(1)) != upload.length()) {
            return Optional.of(progress(416, session));
        }
        if (old) {
            return Optional.of(invalid());
        }
        if (head.contentLength() > switches.maxBodyBytes) {
            return Optional.of(Answer.error(413, "SIZE_INVALID", "the body is too long"));
        }
        if (switches.refusesMonolithicUploads && !head.isChunk() && head.hasBody() && upload.length() == 0) {
            return Optional.of(Answer.error(405, "UNSUPPORTED", "send the blob in chunks"));
        }
        if (head.hasBody() && upload.length() > 0 && upload.lastPiece() < switches.minChunkBytes) {
            return Optional.of(Answer.error(400, "SIZE_INVALID", "only the last chunk may be that short"));
        }
        return Optional.empty();
    }

    private Answer finish(Session session, String digest) {
        open.remove(session.id());
        Upload upload = session.upload();
        Digest expected = Digest.parse(digest);
        if (!upload.matches(expected)) {
            return Answer.error(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
        }
        if (switches.storesNoBlobs) {
            contents.count(session.repository(), expected, upload.length());
        } else {
            contents.putBlob(session.repository(), expected, upload.bytes());
        }
        return created(session.repository(), digest);
    }

    private Answer progress(int status, Session session) {
        String path = "/v2/%s/blobs/uploads/%s?state=%s".formatted(session.repository(), session.id(), session.state());
        // The reference implementation answers 0-0 for an upload without bytes.
        return Answer.of(status)
                .header("Location", switches.uploadServer.orElse("") + path)
                .header("Docker-Upload-UUID", session.id())
                .header("Range", "0-" + Math.max(0, session.upload().length() - 1));
    }

    private static Answer created(String repository, String digest) {
        return Answer.of(201)
                .header("Docker-Content-Digest", digest)
                .header("Location", "/v2/%s/blobs/%s".formatted(repository, digest));
    }

    private static Answer unknown() {
        return Answer.error(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
    }

    private static Answer invalid() {
        return Answer.error(404, "BLOB_UPLOAD_INVALID", "blob upload invalid");
    }

    private record Session(String repository, String id, Upload upload) {
        /** Returns the state that distinguishes a location from earlier ones. */
        String state() {
            return Long.toString(upload.length());
        }
    }
}
