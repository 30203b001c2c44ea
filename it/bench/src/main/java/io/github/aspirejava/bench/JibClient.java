package io.github.aspirejava.bench;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pushes images with jib-core, all in one process: each is the base image and a layer with one jar. */
public final class JibClient {
    private JibClient() {}

    /** Pushes images. The arguments are BASE HOST COUNT AT-A-TIME PROJECT CACHE. */
    public static void main(String[] arguments) throws Exception {
        String host = arguments[1];
        int threads = Integer.parseInt(arguments[3]);
        Path project = Path.of(arguments[4]);
        Path cache = Path.of(arguments[5]);
        long start = System.nanoTime();
        // Each call has a pool of its own: its tasks wait for each other, and would block a common, bounded one
        // forever.
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        List<Future<?>> pushes = new ArrayList<>();
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
            Path jar = SampleProject.jar(project, i);
            String image = "%s/%s:%s".formatted(host, Names.repository(i), Names.TAG);
            pushes.add(callers.submit(() -> Jib.from(RegistryImage.named(arguments[0]))
                    .addLayer(List.of(jar), AbsoluteUnixPath.get("/app"))
                    .setEntrypoint("java", "-jar", "/app/" + jar.getFileName())
                    .containerize(Containerizer.to(RegistryImage.named(image))
                            .setAllowInsecureRegistries(true)
                            .setBaseImageLayersCache(cache.resolve("base"))
                            .setApplicationLayersCache(cache.resolve("application")))));
        }
        try {
            for (Future<?> push : pushes) {
                push.get();
            }
            System.out.printf("millis=%.3f%n", (System.nanoTime() - start) / 1e6);
        } finally {
            callers.shutdown();
        }
    }
}
