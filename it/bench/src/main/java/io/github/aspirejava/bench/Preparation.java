package io.github.aspirejava.bench;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.github.aspirejava.bench.LayoutImages.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Prepares the images, and lets every contender push once, so that everything that is downloaded or created only once
 * exists.
 */
final class Preparation {
    static final int SHARED_LAYERS = 6;
    private static final int SHARED_LAYER_SIZE = 1_000_000;

    private final Site site;
    private final Processes processes;
    private final Maven maven;

    Preparation(Site site, Processes processes, Maven maven) {
        this.site = site;
        this.processes = processes;
        this.maven = maven;
    }

    /** Copies the base image from its layout to a registry, for contenders that cannot read a layout. */
    static String pushBase(Processes processes, Path layout, TargetRegistry bases)
            throws IOException, InterruptedException {
        String reference = bases.host() + "/base";
        processes.run(new Invocation(
                List.of(
                        "skopeo",
                        "copy",
                        "-q",
                        "--dest-tls-verify=false",
                        "oci:" + layout,
                        "docker://" + reference + ":17-jre"),
                layout,
                Map.of(),
                ""));
        return reference + '@' + bases.digest("base", "17-jre");
    }

    /** Writes and packages a project. */
    void build(SampleProject project, List<Integer> counts) throws IOException, InterruptedException {
        project.write(counts);
        int most = counts.stream().max(Comparator.naturalOrder()).orElseThrow();
        processes.run(maven.run(project.pom(most), Map.of("skipTests", "true"), "package"));
    }

    /** Lets the plugin write the images to the layout that the others push from. */
    void writeLayout(SampleProject project, int images) throws IOException, InterruptedException {
        Directories.delete(site.layout());
        processes.run(
                new Aspire(maven, site).push(project.pom(images), "layout", site.base(), site.cache("aspire-warm")));
    }

    /** Loads the images of the layout into the engine, unless it has them under another name. */
    void loadEngine(int images) throws IOException, InterruptedException {
        LayoutImages layout = new LayoutImages(site.layout());
        for (int i = 1; i <= images; i++) {
            List<Content> blobs = layout.find(Names.inLayout(i)).blobs();
            // The engine names an image by the digest of its configuration.
            String id = blobs.get(blobs.size() - 1).digest();
            String name = Names.inEngine(i);
            try {
                run("docker", "tag", id, name);
            } catch (BenchException e) {
                run(
                        "skopeo",
                        "copy",
                        "-q",
                        "--dest-daemon-host",
                        System.getenv("DOCKER_HOST"),
                        "oci:%s:%s".formatted(site.layout(), Names.inLayout(i)),
                        "docker-daemon:" + name);
            }
            run("docker", "tag", name, site.reference(i));
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        processes.run(new Invocation(List.of(command), site.bench(), Map.of(), ""));
    }

    /** Pushes a base image of {@link #SHARED_LAYERS} layers. */
    static String pushLayeredBase(Path directory, TargetRegistry bases) throws Exception {
        JibContainerBuilder image = Jib.fromScratch().setFormat(ImageFormat.OCI);
        SplittableRandom random = new SplittableRandom(SHARED_LAYERS);
        Files.createDirectories(directory);
        for (int i = 0; i < SHARED_LAYERS; i++) {
            byte[] bytes = new byte[SHARED_LAYER_SIZE];
            random.nextBytes(bytes);
            Path file = Files.write(directory.resolve("layer-" + i), bytes);
            image.addLayer(List.of(file), AbsoluteUnixPath.get("/shared"));
        }
        String reference = bases.host() + "/layered";
        return reference
                + '@'
                + image.containerize(Containerizer.to(RegistryImage.named(reference + ":1"))
                                .setAllowInsecureRegistries(true))
                        .getDigest();
    }
}
