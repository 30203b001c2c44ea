package io.github.aspirejava.builder.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.image.ContainerOptions;
import io.github.aspirejava.builder.image.ImageRun;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.image.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigurationTest {
    private static final ImageSettings SETTINGS =
            new ImageSettings(Optional.empty(), List.of(), List.of(Platform.LINUX_AMD64), Optional.empty());

    @TempDir
    Path directory;

    /** The front end of the last configuration. */
    private ViteApp app = FrontEnds.of(Origin.NONE, ViteApp.BuildPlace.HOST, Optional.empty(), SETTINGS, List.of());

    private ServerConfiguration of(String image, Optional<String> configuration, int port, Map<String, Text> proxies)
            throws Exception {
        ViteApp.Server server = new ViteApp.Server(
                Text.literal(image),
                Text.literal(ViteApp.Server.DEFAULT_ROOT),
                configuration.map(Text::literal),
                port,
                proxies);
        app = FrontEnds.of(Origin.NONE, ViteApp.BuildPlace.HOST, Optional.of(server), SETTINGS, List.of());
        return ServerConfiguration.write(app, directory, directory.resolve("generated"));
    }

    /** Returns the run configuration of a front end that declares none. */
    private ImageRun completed(ServerConfiguration configuration) {
        return configuration.completing(ImageRun.AS_BASE, app);
    }

    private String text() throws Exception {
        return Files.readString(directory.resolve("generated/frontend/nginx.conf"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx:1.27",
                "nginxinc/nginx-unprivileged",
                "public.ecr.aws/docker/library/nginx:stable-alpine",
                "public.ecr.aws/nginx/nginx:1.27",
                "mirror.example:5000/nginx",
            })
    void isThatOfThePluginForTheOfficialImagesOfNginx(String image) throws Exception {
        ServerConfiguration configuration = of(image, Optional.empty(), 8080, Map.of());

        assertThat(configuration.files()).extracting(PlannedFile::target).containsExactly("/etc/nginx/nginx.conf");
        assertThat(completed(configuration).container().user()).contains("101");
        assertThat(completed(configuration).ports()).containsExactly(8080);
        assertThat(text()).contains("listen 8080;").contains("root /usr/share/nginx/html;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/nginx:1", "caddy:2", "oci:layout", "scratch", "acme/web"})
    void isThatOfOtherImagesThemselves(String image) throws Exception {
        ServerConfiguration configuration = of(image, Optional.empty(), 8080, Map.of());

        assertThat(configuration.files()).isEmpty();
        assertThat(completed(configuration)).isEqualTo(ImageRun.AS_BASE);
    }

    @Test
    void isChosenByTheModel() throws Exception {
        assertThat(of("nginx", Optional.of("none"), 8080, Map.of()).files()).isEmpty();
        assertThat(of("acme/nginx", Optional.of("default"), 8080, Map.of()).files())
                .hasSize(1);

        Files.writeString(directory.resolve("own.conf"), "events {}");
        assertThat(of("acme/nginx", Optional.of("own.conf"), 8080, Map.of()).files())
                .extracting(file -> file.content().source())
                .containsExactly(Optional.of(directory.resolve("own.conf")));
        assertThatThrownBy(() -> of("nginx", Optional.of("gone.conf"), 8080, Map.of()))
                .isInstanceOf(FrontEndException.class)
                .hasMessageStartingWith("There is no file %s.".formatted(directory.resolve("gone.conf")));
    }

    @Test
    void keepsTheUserOfTheImageForAPortOfRoot() throws Exception {
        ServerConfiguration configuration = of("nginx", Optional.empty(), 80, Map.of());

        assertThat(completed(configuration).container().user()).isEmpty();
        assertThat(text()).contains("listen 80;");
    }

    @Test
    void leavesWhatTheModelDeclares() throws Exception {
        ServerConfiguration configuration =
                of("nginx", Optional.empty(), 8080, Map.of("api", Text.literal("http://api:8080/")));
        ImageRun declared = new ImageRun(
                Optional.of(List.of("nginx", "-g", "daemon off;")),
                List.of("-q"),
                Map.of("NGINX_ENVSUBST_OUTPUT_DIR", "/run"),
                new TreeSet<>(List.of(9090)),
                ContainerOptions.NONE.runAs(Optional.empty(), Optional.of("/srv")));

        ImageRun run = configuration.completing(declared, app);

        assertThat(run.entrypoint()).isEqualTo(declared.entrypoint());
        assertThat(run.arguments()).isEqualTo(declared.arguments());
        assertThat(run.environment()).containsEntry("NGINX_ENVSUBST_OUTPUT_DIR", "/run");
        assertThat(run.ports()).containsExactly(8080, 9090);
        assertThat(run.container().user()).contains("101");
        assertThat(run.container().workingDirectory()).contains("/srv");
    }

    @Test
    void passesRequestsOn() throws Exception {
        ServerConfiguration configuration =
                of("nginx", Optional.empty(), 8080, Map.of("api", Text.literal("http://${API_HOST}:8080/")));

        assertThat(configuration.files())
                .extracting(PlannedFile::target)
                .containsExactly("/etc/nginx/nginx.conf", "/etc/nginx/templates/proxies.conf.template");
        assertThat(completed(configuration).environment()).containsEntry("NGINX_ENVSUBST_OUTPUT_DIR", "/tmp");
        assertThat(text()).contains("include /tmp/proxies.conf;");
        assertThat(Files.readString(directory.resolve("generated/frontend/proxies.conf.template")))
                .contains("location ^~ /api/ {", "proxy_pass http://${API_HOST}:8080;");
        assertThatThrownBy(() -> of("acme/web", Optional.empty(), 8080, Map.of("api", Text.literal("http://a"))))
                .hasMessageContaining("<proxies> of 'frontend' have no effect");
    }
}
