package io.github.aspirejava.engine.image;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.ImageName;
import java.util.List;

/** The names of images in an engine. */
public final class LocalNames {
    private LocalNames() {}

    /** Returns the names that the image has in its registry, so that it can be run by them here, too. */
    public static List<String> of(AppModel model, BuiltService service) {
        List<String> references =
                model.references(service).stream().map(Object::toString).toList();
        if (!references.isEmpty()) {
            return references;
        }
        ImageName name = model.imageName(service).orElseThrow();
        return model.tags(service).stream()
                .map(tag -> "%s:%s".formatted(name, tag))
                .toList();
    }
}
