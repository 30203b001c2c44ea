package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.Tag;
import java.util.List;
import java.util.Optional;

/** Reads {@code <container>}. */
final class ContainerReader {
    private static final List<String> OF_MIRRORS = List.of("imageName", "tags", "registry");

    private final ServiceSettingsReader settings;
    private final Problems problems;

    ContainerReader(ServiceSettingsReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    Container read(ElementReader reader) {
        String name = reader.name();
        Text source = reader.required("image", "redis:7");
        boolean mirror = reader.flag("mirror", false);
        Container container = new Container(
                name,
                reader.origin(),
                source,
                mirror,
                settings.mirror(reader, tagOf(source)),
                settings.deployment().ofPrebuilt(reader));
        if (!mirror) {
            OF_MIRRORS.forEach(element -> reader.child(element)
                    .ifPresent(found -> problems.add(
                            found.origin(),
                            "<container> has a <%s>, and its image is not pushed".formatted(element),
                            "Add <mirror>true</mirror>, or remove the <%s>".formatted(element))));
        }
        reader.finish();
        return container;
    }

    /** Returns the tag of the source image, if it has one; the copy gets the same tag. */
    private static Optional<String> tagOf(Text source) {
        try {
            return source.value()
                    .filter(value -> !value.isEmpty())
                    .flatMap(value -> ImageReference.parse(value).tag())
                    .map(Tag::name);
        } catch (GrammarException e) {
            // The validation of the model reports this.
            return Optional.empty();
        }
    }
}
