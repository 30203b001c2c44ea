package io.github.aspirejava.bench;

import java.io.IOException;
import java.util.List;

/**
 * The requests to a registry for a push of images that share layers.
 *
 * @param sharedLayers the number of layers that all of them have
 */
record SharedLayers(int sharedLayers, AccessLog log) {
    private static final int IMAGES = 8;

    /** Pushes 8 images to an empty registry, on a base image of {@link Preparation#SHARED_LAYERS} layers. */
    static SharedLayers measure(String base, Site site, TargetRegistry registry, Processes processes, Maven maven)
            throws IOException, InterruptedException {
        SampleProject project = new SampleProject(site.bench().resolve("shared"), 1_000);
        new Preparation(site, processes, maven).build(project, List.of(IMAGES));
        registry.startEmpty(0);
        registry.forgetRequests();
        processes.run(new Aspire(maven, site).push(project.pom(IMAGES), "registry", base, site.cache("aspire-warm")));
        return new SharedLayers(Preparation.SHARED_LAYERS, registry.requests());
    }
}
