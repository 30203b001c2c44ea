package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

/** A page that is deployed twice, and a browser that revalidates its cached copy. */
@NeedsNginx
@NeedsNode
class FreshPagesIT {
    private static final String BUILD = """
            const fs = require('fs');
            fs.mkdirSync('dist', {recursive: true});
            fs.copyFileSync('page.html', 'dist/index.html');
            fs.writeFileSync('dist/logo.svg', '<svg/>');
            """;

    private final Sample site = FrontEndSite.builtBy(BUILD);

    @Test
    void getsTheNewPageThoughItHasAsManyBytesAndKeepsTheLogo() throws IOException {
        Path first = deploy("<script src=/app-AAAA.js></script>", Optional.empty());
        Path second = deploy("<script src=/app-BBBB.js></script>", Optional.empty());

        assertGetsTheNewPage(first, second);
    }

    @Test
    void getsTheNewPageWhereTheOutputTimestampIsTheSame() throws IOException {
        Path first = deploy("<script src=/app-AAAA.js></script>", Optional.of("2026-01-01T00:00:00Z"));
        Path second = deploy("<script src=/app-BBBB.js></script>", Optional.of("2026-01-01T00:00:00Z"));

        assertGetsTheNewPage(first, second);
    }

    @Test
    void isToldALaterTimeWhereTheOutputTimestampIsLater() throws IOException {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Instant previous = Instant.EPOCH;
        for (int hour = 0; hour < 3; hour++) {
            Instant timestamp = start.plusSeconds(hour * 3600L);
            Path root = deploy("page " + hour, Optional.of(timestamp.toString()));
            try (Nginx nginx = Nginx.serving(root)) {
                Instant modified = modified(nginx.get("/index.html", Map.of()));
                assertThat(modified)
                        .as("servers that compare by order say that it is newer")
                        .isAfter(previous)
                        .isBetween(timestamp.minusSeconds(3599), timestamp);
                previous = modified;
            }
        }
    }

    private static void assertGetsTheNewPage(Path first, Path second) {
        try (Nginx old = Nginx.serving(first);
                Nginx now = Nginx.serving(second)) {
            HttpResponse<String> page = now.get("/index.html", known(old.get("/index.html", Map.of())));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("BBBB");
            assertThat(modified(page)).isBefore(Instant.now());

            HttpResponse<String> logo = now.get("/logo.svg", known(old.get("/logo.svg", Map.of())));
            assertThat(logo.statusCode()).as("it has not changed").isEqualTo(304);
        }
    }

    /** Returns the conditional headers of a browser that has cached this answer. */
    private static Map<String, String> known(HttpResponse<String> answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("If-None-Match", answer.headers().firstValue("ETag").orElseThrow());
        headers.put(
                "If-Modified-Since",
                answer.headers().firstValue("Last-Modified").orElseThrow());
        return headers;
    }

    private static Instant modified(HttpResponse<String> answer) {
        String header = answer.headers().firstValue("Last-Modified").orElseThrow();
        return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /** Returns the directory that nginx serves in place of the image of that page. */
    private Path deploy(String page, Optional<String> timestamp) throws IOException {
        site.write("web/page.html", page);
        MavenBuild build = MavenBuild.of(site);
        timestamp.ifPresent(time -> build.property("project.build.outputTimestamp", time));
        BuildResult push = FrontEndSite.push(build);
        assertThat(push).succeeded();
        Path root = Workspace.newDirectory("root");
        unpack(FrontEndSite.layer(site, push), root);
        return root.resolve("usr/share/nginx/html");
    }

    private static void unpack(byte[] layer, Path root) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = root.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(tar, file);
                    Files.setLastModifiedTime(
                            file, FileTime.from(entry.getLastModifiedTime().toInstant()));
                }
            }
        }
    }
}
