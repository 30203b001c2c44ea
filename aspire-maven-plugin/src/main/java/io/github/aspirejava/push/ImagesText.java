package io.github.aspirejava.push;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result for each image, for human readers:
 *
 * <pre>
 * pushed     api     2 blobs uploaded, 0 mounted, 3 there already; 291,812 bytes sent
 * ghcr.io/acme/api:1.0@sha256:cab7…
 * existing   worker  ghcr.io/acme/worker:1.0@sha256:b69c…
 * not pushed edge    because of login-to-docker
 * </pre>
 *
 * Each image starts with its state, as a step does in the summary above it.
 */
public final class ImagesText {
    private ImagesText() {}

    /** Returns the images of {@code report}, in its order; references are not shortened, so that they can be copied. */
    public static List<String> lines(PushReport report) {
        int width = Stream.concat(
                        report.images().stream().map(PushedService::service),
                        report.notPushed().stream().map(UnpushedService::service))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String row = "%-10s %-" + Math.max(width, 1) + "s  %s";
        List<String> lines = new ArrayList<>();
        for (PushedService service : report.images()) {
            List<String> details = details(service.image());
            String state = service.image().changed() ? "pushed" : "existing";
            lines.add(row.formatted(state, service.service(), details.get(0)));
            details.stream().skip(1).forEach(detail -> lines.add(row.formatted("", "", detail)));
        }
        for (UnpushedService service : report.notPushed()) {
            String why = service.because().map(step -> "because of " + step).orElse(service.reason());
            lines.add(row.formatted("not pushed", service.service(), why));
        }
        return List.copyOf(lines);
    }

    private static List<String> details(PushedImage image) {
        List<String> details = new ArrayList<>();
        if (image.changed()) {
            details.add(image.blobs().sending(image.bytesUploaded()));
        }
        image.references().forEach(reference -> details.add("%s@%s".formatted(reference, image.digest())));
        if (image.references().isEmpty()) {
            details.add(image.digest().toString());
        }
        return details;
    }
}
