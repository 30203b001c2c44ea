package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.List;

/**
 * A prebuilt image: nothing to build, and nothing to push unless it is mirrored.
 *
 * @param source its reference
 * @param mirror whether it is copied, as it is, into a registry of the model
 * @param image what the copy is called and where it goes
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
