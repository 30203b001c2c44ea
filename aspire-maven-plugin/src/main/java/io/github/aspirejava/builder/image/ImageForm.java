package io.github.aspirejava.builder.image;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.ContainerSettings;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.OutputTimestamp;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.layer.OutputTimes;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of an image that are neither its content nor its run configuration.
 *
 * @param format the format; if absent, Docker's for an image whose bases have it, and otherwise OCI's
 * @param created the creation time in the image's configuration; part of the image's digest
 * @param annotations the annotations of manifests and indexes of OCI's format
 */
public record ImageForm(Optional<ImageFormat> format, Instant created, Map<String, String> annotations) {
    /** The form of an image without any settings. */
    public static final ImageForm DEFAULT = new ImageForm(Optional.empty(), Instant.EPOCH, Map.of());

    /** Copies the map. */
    public ImageForm {
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /**
     * Returns the form that a model gives the image of a service.
     *
     * @param times the times of the outputs that services are built from
     */
    public static ImageForm of(AppModel model, BuiltService service, OutputTimes times) {
        ContainerSettings settings = settings(service);
        Map<String, String> annotations = new LinkedHashMap<>();
        settings.annotations().forEach((name, value) -> annotations.put(name, value.require()));
        return new ImageForm(
                format(model, service),
                settings.created()
                        .flatMap(time -> OutputTimestamp.parse(time.require()))
                        .orElseGet(() -> times.created(service.name())),
                annotations);
    }

    private static ContainerSettings settings(BuiltService service) {
        if (service instanceof JavaApp app) {
            return app.container();
        }
        return service instanceof ViteApp app ? app.container() : ContainerSettings.NONE;
    }

    /** Returns the format that an image must have; empty if it may have that of its base image. */
    private static Optional<ImageFormat> format(AppModel model, BuiltService service) {
        // Readers of layouts such as skopeo find no images of Docker's format in them.
        return service.image()
                .format()
                .map(format -> format == ImageSettings.Format.DOCKER ? ImageFormat.DOCKER : ImageFormat.OCI)
                .or(() -> model.registryOf(service)
                        .filter(OciLayout.class::isInstance)
                        .map(layout -> ImageFormat.OCI));
    }

    /** Returns the format of an image upon these bases. */
    ImageFormat formatUpon(List<Base> bases) {
        return format.orElseGet(() -> bases.stream().allMatch(base -> base.format() == ImageFormat.DOCKER)
                ? ImageFormat.DOCKER
                : ImageFormat.OCI);
    }
}
