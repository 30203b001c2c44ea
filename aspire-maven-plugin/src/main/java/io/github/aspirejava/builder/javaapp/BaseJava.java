package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.files.ReleaseFile;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.BaseImageException;
import io.github.aspirejava.builder.image.ImageJson;
import io.github.aspirejava.builder.module.JavaModule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Determines the Java release of a base image, and refuses one that is too old for an application. */
final class BaseJava {
    /** A version as in {@code 17.0.12}, {@code jdk-21.0.5+11}, {@code jdk8u432-b06} and {@code 1.8.0_432}. */
    private static final Pattern VERSION = Pattern.compile("(?:[a-z]+-?)?(?:1\\.)?(\\d+)(?:\\D.*)?");

    private BaseJava() {}

    /**
     * Refuses base images whose Java is older than the classes of the module.
     *
     * @throws BaseImageException if a base image is too old
     */
    static void check(JavaModule module, List<Base> bases, BaseImage image) throws ImageBuildException, IOException {
        if (!(image instanceof BaseImage.Existing existing)) {
            return;
        }
        int needed = NeededJava.ofClasses(module.output());
        for (Base base : bases) {
            Optional<Integer> release = release(base).or(() -> ofLayers(base));
            if (release.isPresent() && release.get() < needed) {
                throw new BaseImageException(
                        "The base image %s has Java %d, and the classes of module '%s' need Java %d. Write <baseImage>%s</baseImage>, or compile for Java %d"
                                .formatted(
                                        existing.description(),
                                        release.get(),
                                        module.name(),
                                        needed,
                                        DefaultBase.temurin(needed),
                                        release.get()));
            }
        }
    }

    /** Returns the Java release of a base image, if its configuration contains it. */
    static Optional<Integer> release(Base base) {
        return Optional.ofNullable(ImageJson.environment(base.config()).get("JAVA_VERSION"))
                .flatMap(BaseJava::parse);
    }

    /** Returns the release of the runtime in the layers, if all of them are on this machine. */
    private static Optional<Integer> ofLayers(Base base) {
        if (base.layers().stream().anyMatch(layer -> layer.origin().isPresent())) {
            return Optional.empty();
        }
        try {
            return ReleaseFile.version(base.layers()).flatMap(BaseJava::parse);
        } catch (IOException e) {
            // A layer that cannot be read here may still be one that engines run.
            return Optional.empty();
        }
    }

    static Optional<Integer> parse(String version) {
        Matcher matcher = VERSION.matcher(version.strip());
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
