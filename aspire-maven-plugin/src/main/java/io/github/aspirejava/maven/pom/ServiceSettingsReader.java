package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.image.Platform;
import java.util.List;
import java.util.Optional;

/** Reads the image settings that all kinds of services share. */
final class ServiceSettingsReader {
    private final List<Text> tagsOfAll;
    private final String projectVersion;
    private final boolean loadAll;
    private final DeploymentReader deployment;
    private final Problems problems;

    /**
     * Creates a reader.
     *
     * @param tagsOfAll the tags that replace those of every service; empty if each service keeps its own
     * @param projectVersion the tag of services that declare none, unless their module has a version of its own
     * @param loadAll whether every image is also loaded into the local container engine
     */
    ServiceSettingsReader(
            List<Text> tagsOfAll,
            String projectVersion,
            boolean loadAll,
            DeploymentReader deployment,
            Problems problems) {
        this.tagsOfAll = tagsOfAll;
        this.projectVersion = projectVersion;
        this.loadAll = loadAll;
        this.deployment = deployment;
        this.problems = problems;
    }

    DeploymentReader deployment() {
        return deployment;
    }

    ImageSettings image(ElementReader service, Optional<String> moduleVersion) {
        List<Text> tags = tags(service, moduleVersion);
        List<Platform> platforms = service
                .list(
                        "platforms",
                        "platform",
                        TextAsList.SEPARATED,
                        leaf -> service.leaves().isText(leaf)
                                ? problems.check(leaf.origin(), () -> Platform.parse(leaf.value()))
                                : Optional.<Platform>empty())
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new ImageSettings(
                service.text("imageName"),
                tags,
                platforms.isEmpty() ? List.of(Platform.LINUX_AMD64) : platforms,
                service.reference("registry"),
                service.flag("load", false) || loadAll,
                service.child("format")
                        .map(format ->
                                service.leaves().choice(format, ImageSettings.Format.class, ImageSettings.Format.OCI)));
    }

    /** Reads the settings of an image that is copied unchanged, with all its platforms. */
    ImageSettings mirror(ElementReader service, Optional<String> ownTag) {
        return new ImageSettings(
                service.text("imageName"),
                tags(service, ownTag),
                List.of(Platform.LINUX_AMD64),
                service.reference("registry"));
    }

    private List<Text> tags(ElementReader service, Optional<String> byDefault) {
        List<Text> tags = service.list("tags", "tag", TextAsList.SEPARATED, service::text);
        if (!tagsOfAll.isEmpty()) {
            return tagsOfAll;
        }
        return tags.isEmpty() ? List.of(Text.literal(byDefault.orElse(projectVersion), service.origin())) : tags;
    }
}
