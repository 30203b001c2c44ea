package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.image.Platform;
import java.util.List;
import java.util.Optional;

/** Reads what all kinds of services have in common: what their images are called, and how they are run. */
final class ServiceSettingsReader {
    private final List<Text> tagsOfAll;
    private final String projectVersion;
    private final boolean loadAll;
    private final Problems problems;

    /**
     * Prepares to read.
     *
     * @param tagsOfAll the tags that replace those of every service; empty if each has its own
     * @param projectVersion the tag of services that have none, unless their module has a version of its own
     * @param loadAll whether every image is brought into this machine's engine, too
     */
    ServiceSettingsReader(List<Text> tagsOfAll, String projectVersion, boolean loadAll, Problems problems) {
        this.tagsOfAll = tagsOfAll;
        this.projectVersion = projectVersion;
        this.loadAll = loadAll;
        this.problems = problems;
    }

    ImageSettings image(ElementReader service, Optional<String> moduleVersion) {
        List<Text> tags = tags(service, moduleVersion);
        List<Platform> platforms = service
                .list(
                        "platforms",
                        "platform",
                        leaf -> problems.check(leaf.origin(), () -> Platform.parse(leaf.value())))
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new ImageSettings(
                service.text("imageName"),
                tags,
                platforms.isEmpty() ? List.of(Platform.LINUX_AMD64) : platforms,
                service.reference("registry"),
                service.flag("load", false) || loadAll);
    }

    /** Of an image that is copied as it is, for all its platforms. */
    ImageSettings mirror(ElementReader service, Optional<String> ownTag) {
        return new ImageSettings(
                service.text("imageName"),
                tags(service, ownTag),
                List.of(Platform.LINUX_AMD64),
                service.reference("registry"));
    }

    private List<Text> tags(ElementReader service, Optional<String> byDefault) {
        List<Text> tags = service.list("tags", "tag", service::text);
        if (!tagsOfAll.isEmpty()) {
            return tagsOfAll;
        }
        return tags.isEmpty() ? List.of(Text.literal(byDefault.orElse(projectVersion), service.origin())) : tags;
    }

    DeploymentSettings deployment(ElementReader service) {
        return new DeploymentSettings(
                service.reference("environment"),
                service.list("endpoints", "endpoint", element -> endpoint(service.reading(element), element)),
                service.map("environmentVariables"),
                service.list("references", "reference", leaf -> new Reference(leaf.value(), leaf.origin())));
    }

    /** An endpoint in full, or its port as a text. */
    private static Endpoint endpoint(ElementReader reader, PomElement element) {
        boolean isShort = element.children().isEmpty();
        PomElement port = isShort ? element : reader.child("port").orElse(element);
        Endpoint endpoint = new Endpoint(
                reader.child("name").map(PomElement::value).orElse("http"),
                reader.number(port.value(), "<%s>".formatted(port.name()), port.origin(), 1, 65535, 8080),
                reader.choice("transport", Endpoint.Transport.class, Endpoint.Transport.HTTP),
                reader.flag("external", false));
        reader.finish();
        return endpoint;
    }
}
