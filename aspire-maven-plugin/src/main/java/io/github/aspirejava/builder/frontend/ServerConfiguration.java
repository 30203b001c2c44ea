package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.image.ImageRun;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The configuration that the server of a front end gets, as files on disk that can be read, changed and tested. */
final class ServerConfiguration {
    private static final String DEFAULT = "default";
    private static final String NONE = "none";

    private static final String TARGET = "/etc/nginx/nginx.conf";
    private static final String TEMPLATE = "/etc/nginx/templates/proxies.conf.template";
    /** The number of the user nginx in its official images. */
    private static final String USER = "101";

    private static final int FIRST_UNPRIVILEGED_PORT = 1024;
    private static final Pattern OFFICIAL =
            Pattern.compile("(?:.*/)?(?:library/|nginxinc/|nginx/)(?:nginx|nginx-unprivileged)|nginx");

    private final List<PlannedFile> files;
    private final ImageRun run;

    private ServerConfiguration(List<PlannedFile> files, ImageRun run) {
        this.files = List.copyOf(files);
        this.run = run;
    }

    /**
     * Writes the configuration of a front end's server; the image's own one is no files.
     *
     * @param base the directory that the path of a file starts from
     * @param generated the directory of generated files; a directory of the front end is created in it
     */
    static ServerConfiguration write(ViteApp app, Path base, Path generated) throws FrontEndException, IOException {
        ViteApp.Server server = app.server().orElseThrow();
        String chosen = server.configuration()
                .map(Text::require)
                .orElse(isOfficial(server.image().require()) ? DEFAULT : NONE);
        if (chosen.equals(NONE)) {
            checkProxies(app, server);
            return new ServerConfiguration(List.of(), ImageRun.AS_BASE);
        }
        if (!chosen.equals(DEFAULT)) {
            Path file = base.resolve(chosen);
            if (!Files.isRegularFile(file)) {
                throw new FrontEndException(
                        "There is no file %s. Write the path of a configuration of nginx into <configuration>, default or none"
                                .formatted(file));
            }
            checkProxies(app, server);
            return new ServerConfiguration(List.of(PlannedFile.copyOf(file, TARGET)), ImageRun.AS_BASE);
        }
        return written(new NginxText(app, server), server, generated.resolve(app.name()));
    }

    private static ServerConfiguration written(NginxText text, ViteApp.Server server, Path directory)
            throws IOException {
        Files.createDirectories(directory);
        List<PlannedFile> files = new ArrayList<>();
        files.add(PlannedFile.copyOf(replace(directory.resolve("nginx.conf"), text.toString()), TARGET));
        Map<String, String> environment = Map.of();
        if (!server.proxies().isEmpty()) {
            files.add(
                    PlannedFile.copyOf(replace(directory.resolve("proxies.conf.template"), text.proxies()), TEMPLATE));
            environment = Map.of("NGINX_ENVSUBST_OUTPUT_DIR", "/tmp");
        }
        boolean unprivileged = server.port() >= FIRST_UNPRIVILEGED_PORT;
        ImageRun run = new ImageRun(
                Optional.empty(),
                List.of(),
                environment,
                new TreeSet<>(List.of(server.port())),
                unprivileged ? Optional.of(USER) : Optional.empty());
        return new ServerConfiguration(files, run);
    }

    private static void checkProxies(ViteApp app, ViteApp.Server server) throws FrontEndException {
        if (!server.proxies().isEmpty()) {
            throw new FrontEndException(
                    "<proxies> of '%s' have no effect without the plugin's configuration of nginx. Write <configuration>default</configuration>, or remove <proxies>"
                            .formatted(app.name()));
        }
    }

    private static boolean isOfficial(String image) {
        try {
            ImageReference reference = ImageReference.parse(image);
            return OFFICIAL.matcher(reference.repository().path()).matches();
        } catch (GrammarException e) {
            return false;
        }
    }

    private static Path replace(Path file, String text) throws IOException {
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
        return file;
    }

    /** Returns the files of the configuration. */
    List<PlannedFile> files() {
        return files;
    }

    /** Returns the run configuration that the files require. */
    ImageRun run() {
        return run;
    }
}
