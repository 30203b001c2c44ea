package io.github.aspirejava.maven.modules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.oci.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * A record of what each module of a build is packaged as, one JSON file a module: the way in which a Maven that was
 * started to package tells the one that has started it.
 */
public final class RecordedArtifacts {
    private final Path directory;

    /** The record in {@code directory}. */
    public RecordedArtifacts(Path directory) {
        this.directory = directory;
    }

    /** Writes down what Maven has packaged a module as in this build. */
    public void write(MavenProject project) throws IOException {
        ObjectNode record = Json.object();
        ArrayNode files = record.putArray("files");
        for (PackagedFile file : ModuleArtifacts.inThisBuild(project)) {
            files.addObject()
                    .put("classifier", file.classifier())
                    .put("extension", file.extension())
                    .put("file", file.file().toAbsolutePath().toString());
        }
        Files.createDirectories(directory);
        Files.write(file(project), Json.write(record));
    }

    /** The files of a module; nothing if there is no record of it. */
    public Optional<List<PackagedFile>> read(MavenProject project) throws IOException {
        if (!Files.isRegularFile(file(project))) {
            return Optional.empty();
        }
        List<PackagedFile> files = new ArrayList<>();
        for (JsonNode file : Json.read(Files.readAllBytes(file(project))).path("files")) {
            files.add(new PackagedFile(
                    file.path("classifier").asText(),
                    file.path("extension").asText(),
                    Path.of(file.path("file").asText())));
        }
        return Optional.of(files);
    }

    private Path file(MavenProject project) {
        return directory.resolve("%s_%s.json".formatted(project.getGroupId(), project.getArtifactId()));
    }
}
