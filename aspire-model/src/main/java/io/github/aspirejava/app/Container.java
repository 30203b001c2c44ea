package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.List;

/**
 * A prebuilt image: nothing to build or push.
 *
 * @param image its reference
 */
public record Container(String name, Origin origin, Text image, DeploymentSettings deployment) implements Service {
    @Override
    public String element() {
        return "container";
    }

    @Override
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>(deployment.texts());
        texts.add(image);
        return List.copyOf(texts);
    }
}
