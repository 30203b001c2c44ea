package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A front end that nginx serves with the configuration of the plugin. */
@NeedsNginx
@NeedsNode
class ServedFrontEndIT {
    private static final String BUILD = """
            const fs = require('fs');
            fs.mkdirSync('dist/assets', {recursive: true});
            fs.writeFileSync('dist/index.html', '<p id="at"></p><script src="/assets/app-B2aXy9_q.js"></script>');
            fs.writeFileSync('dist/assets/app-B2aXy9_q.js',
                'document.getElementById("at").textContent = "at " + location.pathname;' + ' '.repeat(2000));
            fs.writeFileSync('dist/logo-horizontal.svg', '<svg/>');
            fs.writeFileSync('dist/about.html', 'about us');
            """;

    private static Nginx nginx;

    @BeforeAll
    static void start() {
        Sample site = FrontEndSite.servedByNginx(BUILD);
        assertThat(FrontEndSite.push(MavenBuild.of(site))).succeeded();
        nginx = Nginx.configured(site.read("target/aspire/web/nginx.conf"), site.file("web/dist"));
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200, no-cache",
        "/index.html, 200, no-cache",
        "/orders/17, 200, no-cache",
        "/people/jane.doe, 200, no-cache",
        "/about, 200, no-cache",
        "/logo-horizontal.svg, 200, no-cache",
        "/assets/app-B2aXy9_q.js, 200, 'public, max-age=31536000, immutable'",
        "/assets/app-00000000.js, 404, no-cache",
        "/healthz, 200, no-cache",
    })
    void answersWithTheRightStatusAndCaching(String path, int status, String caching) {
        HttpResponse<String> answer = nginx.get(path, Map.of());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Cache-Control")).isEqualTo(caching);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Server")).isEqualTo("nginx");
    }

    @Test
    void compressesAndRevalidates() {
        assertThat(header(nginx.get("/assets/app-B2aXy9_q.js", Map.of("Accept-Encoding", "gzip")), "Content-Encoding"))
                .isEqualTo("gzip");
        HttpResponse<String> page = nginx.get("/", Map.of());
        assertThat(nginx.get("/", Map.of("If-None-Match", header(page, "ETag"))).statusCode())
                .isEqualTo(304);
    }

    @Test
    @NeedsBrowser
    void opensARouteOfThePageInABrowser() {
        String page = Browser.open(
                nginx.address("/orders/17"), Workspace.newDirectory("shot").resolve("page.png"));

        assertThat(page).contains("at /orders/17");
    }
}
