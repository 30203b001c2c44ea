package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.app.Coordinates;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.LocalFiles;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.layer.Owner;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.module.ArtifactFiles;
import io.github.aspirejava.builder.module.ModuleFiles;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans the layers of an application's agents, and of files of this machine: one for each {@code <localFile>}. */
public final class LocalLayers {
    private static final String AGENTS = "/app/agents/";
    private static final int READABLE = 0644;

    private final Path baseDirectory;
    private final ArtifactFiles artifacts;

    /**
     * Plans layers.
     *
     * @param baseDirectory the directory that relative paths start from
     */
    public LocalLayers(Path baseDirectory, ArtifactFiles artifacts) {
        this.baseDirectory = baseDirectory;
        this.artifacts = artifacts;
    }

    /** Returns the options that start agents. */
    static List<String> flags(List<JavaSource.Artifact> agents) {
        return agents.stream().map(agent -> "-javaagent:" + path(agent)).toList();
    }

    private static String path(JavaSource.Artifact agent) {
        Coordinates jar = agent.coordinates();
        String classifier = jar.classifier().isEmpty() ? "" : '-' + jar.classifier();
        return AGENTS + jar.artifact() + '-' + jar.version() + classifier + ".jar";
    }

    List<PlannedLayer> of(JavaApp app) throws StepException, IOException {
        List<PlannedLayer> layers = new ArrayList<>();
        List<PlannedFile> agents = new ArrayList<>();
        for (JavaSource.Artifact agent : app.agents()) {
            agents.add(PlannedFile.copyOf(artifacts.file(agent), path(agent)));
        }
        if (!agents.isEmpty()) {
            layers.add(new PlannedLayer("agents", agents));
        }
        for (LocalFiles item : app.localFiles()) {
            try {
                layers.add(layer(item));
            } catch (ImageBuildException e) {
                throw StepException.at(item.source().origin(), e);
            }
        }
        return layers;
    }

    private PlannedLayer layer(LocalFiles files) throws ImageBuildException, IOException {
        Path source = baseDirectory.resolve(files.source().require());
        if (!Files.exists(source)) {
            throw new ImageBuildException(
                    "There is no file or directory %s. Correct the <source>, or create it before the image is built."
                            .formatted(files.source()));
        }
        Map<String, Path> found = Files.isDirectory(source)
                ? ModuleFiles.below(source)
                : new TreeMap<>(Map.of(String.valueOf(source.getFileName()), source));
        List<AntPattern> includes = patterns(files.includes());
        List<AntPattern> excludes = patterns(files.excludes());
        Owner owner = files.owner().map(text -> owner(text.require())).orElse(Owner.ROOT);
        String target = files.to().require().replaceFirst("/+$", "");
        List<PlannedFile> planned = new ArrayList<>();
        found.forEach((path, file) -> {
            if ((includes.isEmpty() || anyMatches(includes, path)) && !anyMatches(excludes, path)) {
                planned.add(PlannedFile.copyOf(file, target + '/' + path).with(mode(files, path), owner));
            }
        });
        if (planned.isEmpty()) {
            throw new ImageBuildException(
                    "The directory %s has no file that is copied. Correct <includes> and <excludes>, or remove the <localFile>"
                            .formatted(files.source()));
        }
        return new PlannedLayer("files of " + files.source(), planned);
    }

    private static List<AntPattern> patterns(List<Text> texts) {
        return texts.stream().map(Text::require).map(AntPattern::parse).toList();
    }

    private static boolean anyMatches(List<AntPattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static int mode(LocalFiles files, String path) {
        int mode = READABLE;
        for (LocalFiles.Permission permission : files.permissions()) {
            if (AntPattern.parse(permission.pattern().require()).matches(path)) {
                mode = permission.mode();
            }
        }
        return mode;
    }

    private static Owner owner(String text) {
        String[] numbers = text.split(":", 2);
        int user = Integer.parseInt(numbers[0]);
        return new Owner(user, numbers.length == 2 ? Integer.parseInt(numbers[1]) : 0);
    }
}
