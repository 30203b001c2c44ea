package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.List;

/**
 * A service with a prebuilt image, which is not built, and is pushed only if it is mirrored.
 *
 * @param source the reference of the image
 * @param mirror whether the image is copied unchanged into a registry of the model
 * @param image the name and the registry of the copy
 */
public record Container(
        String name, Origin origin, Text source, boolean mirror, ImageSettings image, DeploymentSettings deployment)
        implements Service {
    @Override
    public String element() {
        return "container";
    }

    @Override
    public boolean isPushed() {
        return mirror;
    }

    @Override
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>(deployment.texts());
        texts.add(source);
        if (mirror) {
            texts.addAll(image.texts());
        }
        return List.copyOf(texts);
    }
}
