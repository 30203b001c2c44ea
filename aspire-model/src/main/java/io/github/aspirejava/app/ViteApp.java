package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A front end built by Vite. Without a server its image only gives its files to other services.
 *
 * @param directory where its {@code package.json} is
 * @param packageManager npm, pnpm, yarn or bun; found by the lock file if absent
 * @param outputDirectory where Vite puts what it builds, below {@code directory}
 * @param server the image that serves the files, if it is a service of its own
 */
public record ViteApp(
        String name,
        Origin origin,
        Text directory,
        Optional<Text> packageManager,
        Text outputDirectory,
        Optional<Text> server,
        ImageSettings image,
        DeploymentSettings deployment,
        List<FileCopy> files)
        implements BuiltService {
    /** Copies the list. */
    public ViteApp {
        files = List.copyOf(files);
    }

    @Override
    public String element() {
        return "viteApp";
    }

    @Override
    public boolean isPushed() {
        return server.isPresent();
    }

    @Override
    public boolean needsEngine() {
        return true;
    }

    @Override
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>(image.texts());
        texts.add(directory);
        texts.add(outputDirectory);
        packageManager.ifPresent(texts::add);
        server.ifPresent(texts::add);
        texts.addAll(deployment.texts());
        files.forEach(file -> texts.addAll(file.texts()));
        return List.copyOf(texts);
    }
}
