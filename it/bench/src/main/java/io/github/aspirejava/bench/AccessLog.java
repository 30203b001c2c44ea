package io.github.aspirejava.bench;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests to a registry, by its access log.
 *
 * @param requests the number of requests
 * @param uploads the digest of each blob whose upload was completed, once for each time
 * @param mounts the number of blobs that were mounted from another repository
 * @param downloaded the bytes of blobs that were read
 */
record AccessLog(int requests, List<String> uploads, int mounts, long downloaded) {
    /** The prefix of requests that are ignored: they belong to the measurement. */
    static final String MARK = "/v2/?mark=";
    /** The prefix of repositories whose requests are ignored. */
    static final String WARM_UP = "warm-up/";

    private static final Pattern LINE = Pattern.compile("\"([A-Z]+) (\\S+) HTTP/[0-9.]+\" (\\d{3}) (\\d+)");
    private static final Pattern DIGEST = Pattern.compile("[?&]digest=sha256(?::|%3A)([0-9a-f]{64})");

    AccessLog {
        uploads = List.copyOf(uploads);
    }

    private record Request(String method, String path, int status, long bytes) {
        boolean counts() {
            return !path.startsWith(MARK) && !path.startsWith("/v2/" + WARM_UP);
        }

        boolean completesUpload() {
            return method.equals("PUT") && path.contains("/blobs/uploads/") && status == 201;
        }

        boolean readsBlob() {
            return method.equals("GET") && path.contains("/blobs/") && status == 200;
        }

        boolean mounts() {
            return method.equals("POST") && path.contains("mount=") && status == 201;
        }
    }

    /** Reads lines of the Apache format; others are ignored. */
    static AccessLog parse(List<String> lines) {
        List<Request> requests = lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(line -> new Request(
                        text(line, 1), text(line, 2), Integer.parseInt(text(line, 3)), Long.parseLong(text(line, 4))))
                .filter(Request::counts)
                .toList();
        List<String> uploads = requests.stream()
                .filter(Request::completesUpload)
                .map(request -> DIGEST.matcher(request.path()))
                .filter(Matcher::find)
                .map(digest -> text(digest, 1))
                .toList();
        int mounts = (int) requests.stream().filter(Request::mounts).count();
        long downloaded = requests.stream()
                .filter(Request::readsBlob)
                .mapToLong(Request::bytes)
                .sum();
        return new AccessLog(requests.size(), uploads, mounts, downloaded);
    }

    int distinctUploads() {
        return (int) uploads.stream().distinct().count();
    }

    private static String text(Matcher matcher, int group) {
        return Objects.requireNonNull(matcher.group(group));
    }
}
