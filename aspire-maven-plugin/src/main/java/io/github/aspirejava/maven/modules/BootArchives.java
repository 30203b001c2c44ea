package io.github.aspirejava.maven.modules;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The archives that Spring Boot has repackaged in a module: one as a rule, several if its plugin has an execution for
 * each application in the module.
 */
final class BootArchives {
    private static final String START_CLASS = "Start-Class";

    private BootArchives() {}

    /**
     * Returns the archive that a service runs: the one that starts the service's main class, else the main artifact,
     * else the only one.
     *
     * @param runnable the files of the module that may be applications
     * @return the archive; empty if none of the files is one
     * @throws StepException if there are several, none of which is preferred
     */
    static Optional<PackagedFile> choose(JavaApp app, List<PackagedFile> runnable) throws IOException, StepException {
        List<PackagedFile> archives = new ArrayList<>();
        for (PackagedFile file : runnable) {
            if (file.attribute("Spring-Boot-Lib").isPresent()) {
                archives.add(file);
            }
        }
        Optional<String> mainClass = app.mainClass().flatMap(Text::value);
        if (mainClass.isPresent()) {
            for (PackagedFile archive : archives) {
                if (archive.attribute(START_CLASS).equals(mainClass)) {
                    return Optional.of(archive);
                }
            }
        }
        Optional<PackagedFile> main =
                archives.stream().filter(PackagedFile::isMain).findFirst();
        if (main.isPresent() || archives.size() <= 1 || startTheSame(archives)) {
            return main.or(() -> archives.stream().findFirst());
        }
        throw several(app, archives);
    }

    private static boolean startTheSame(List<PackagedFile> archives) throws IOException {
        Optional<String> first = archives.get(0).attribute(START_CLASS);
        for (PackagedFile archive : archives) {
            if (!archive.attribute(START_CLASS).equals(first)) {
                return false;
            }
        }
        return true;
    }

    private static StepException several(JavaApp app, List<PackagedFile> archives) throws IOException {
        List<String> choices = new ArrayList<>();
        for (PackagedFile archive : archives) {
            choices.add("%s, which starts %s"
                    .formatted(
                            archive.file().getFileName(),
                            archive.attribute(START_CLASS).orElse("no class")));
        }
        return new StepException(
                "%s: The module of %s has several Spring Boot archives: %s. Write the class of one of them into <mainClass>."
                        .formatted(
                                app.origin(),
                                app.name(),
                                choices.stream().sorted().collect(Collectors.joining("; "))));
    }
}
