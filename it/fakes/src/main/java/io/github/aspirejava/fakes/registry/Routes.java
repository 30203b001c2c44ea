package io.github.aspirejava.fakes.registry;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Routes the paths of the OCI distribution specification to their handlers. */
final class Routes {
    private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9]+(?:[._/-]+[a-z0-9]+)*");
    private static final Pattern MANIFEST = Pattern.compile("/v2/(.+)/manifests/([^/]+)");
    private static final Pattern UPLOAD = Pattern.compile("/v2/(.+)/blobs/uploads/([^/]*)");
    private static final Pattern BLOB = Pattern.compile("/v2/(.+)/blobs/([^/]+)");

    private final Manifests manifests;
    private final Uploads uploads;
    private final Blobs blobs;

    Routes(RegistryContents contents, Switches switches) {
        manifests = new Manifests(contents, switches);
        uploads = new Uploads(contents, switches);
        blobs = new Blobs(contents, switches);
    }

    Answer answer(Request request) throws IOException {
        String path = request.head().path();
        if (path.equals("/v2/")) {
            return Answer.of(200).json("{}");
        }
        Matcher manifest = MANIFEST.matcher(path);
        if (manifest.matches()) {
            return isName(manifest.group(1))
                    ? manifests.answer(request, manifest.group(1), manifest.group(2))
                    : invalidName();
        }
        Matcher upload = UPLOAD.matcher(path);
        if (upload.matches()) {
            return isName(upload.group(1)) ? uploads.answer(request, upload.group(1), upload.group(2)) : invalidName();
        }
        Matcher blob = BLOB.matcher(path);
        if (blob.matches()) {
            return isName(blob.group(1)) ? blobs.answer(request, blob.group(1), blob.group(2)) : invalidName();
        }
        return Answer.error(404, "NAME_UNKNOWN", "no such path");
    }

    private static boolean isName(String repository) {
        return REPOSITORY.matcher(repository).matches();
    }

    private static Answer invalidName() {
        return Answer.error(400, "NAME_INVALID", "invalid repository name");
    }
}
