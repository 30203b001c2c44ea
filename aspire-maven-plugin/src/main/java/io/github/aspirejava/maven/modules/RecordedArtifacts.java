package io.github.aspirejava.maven.modules;

import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.project.MavenProject;

/**
 * A record of the files that each module of a build is packaged as, one properties file a module: a Maven that was
 * started to package passes them to the Maven that has started it.
 */
public final class RecordedArtifacts {
    private final Path directory;

    /** Creates the record in {@code directory}. */
    public RecordedArtifacts(Path directory) {
        this.directory = directory;
    }

    /** Records the files that Maven has packaged a module as in this build. */
    public void write(MavenProject project) throws IOException {
        Properties record = new Properties();
        int number = 0;
        for (PackagedFile file : ModuleArtifacts.inThisBuild(project)) {
            record.setProperty(number + ".classifier", file.classifier());
            record.setProperty(number + ".extension", file.extension());
            record.setProperty(number + ".file", file.file().toAbsolutePath().toString());
            number++;
        }
        Files.createDirectories(directory);
        try (Writer out = Files.newBufferedWriter(file(project))) {
            record.store(out, null);
        }
    }

    /** Reads the files of a module, the main artifact first; empty if there is no record of it. */
    public Optional<List<PackagedFile>> read(MavenProject project) throws IOException {
        if (!Files.isRegularFile(file(project))) {
            return Optional.empty();
        }
        Properties record = new Properties();
        try (Reader in = Files.newBufferedReader(file(project))) {
            record.load(in);
        } catch (IllegalArgumentException e) {
            throw new FilteredException("%s is not a record of artifacts".formatted(file(project)), e);
        }
        List<PackagedFile> files = new ArrayList<>();
        for (int number = 0; record.containsKey(number + ".file"); number++) {
            files.add(new PackagedFile(
                    record.getProperty(number + ".classifier", ""),
                    record.getProperty(number + ".extension", ""),
                    Path.of(record.getProperty(number + ".file"))));
        }
        return Optional.of(files);
    }

    private Path file(MavenProject project) {
        return directory.resolve("%s_%s.properties".formatted(project.getGroupId(), project.getArtifactId()));
    }
}
