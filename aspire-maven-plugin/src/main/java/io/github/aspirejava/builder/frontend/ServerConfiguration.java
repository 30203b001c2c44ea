package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.image.ContainerOptions;
import io.github.aspirejava.builder.image.ImageRun;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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
    private final Map<String, String> environment;
    private final Optional<Integer> port;
    private final Optional<String> user;

    /** Creates a configuration that changes nothing of how the image runs. */
    private ServerConfiguration(List<PlannedFile> files) {
        this(files, Map.of(), Optional.empty(), Optional.empty());
    }

    private ServerConfiguration(
            List<PlannedFile> files, Map<String, String> environment, Optional<Integer> port, Optional<String> user) {
        this.files = List.copyOf(files);
        this.environment = environment;
        this.port = port;
        this.user = user;
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
            return new ServerConfiguration(List.of());
        }
        if (!chosen.equals(DEFAULT)) {
            Path file = base.resolve(chosen);
            if (!Files.isRegularFile(file)) {
                throw new FrontEndException(
                        "There is no file %s. Write the path of a configuration of nginx into <configuration>, default or none"
                                .formatted(file));
            }
            checkProxies(app, server);
            return new ServerConfiguration(List.of(PlannedFile.copyOf(file, TARGET)));
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
        return new ServerConfiguration(
                files, environment, Optional.of(server.port()), unprivileged ? Optional.of(USER) : Optional.empty());
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

    /** Returns a declared run configuration, completed with what the files require. */
    ImageRun completing(ImageRun declared, ViteApp app) {
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.putAll(declared.environment());
        NavigableSet<Integer> ports = new TreeSet<>(declared.ports());
        port.ifPresent(ports::add);
        ContainerOptions container = declared.container();
        return new ImageRun(
                declared.entrypoint(),
                declared.arguments(),
                variables,
                ports,
                app.container().user().isPresent() ? container : container.runAs(user, container.workingDirectory()));
    }
}
