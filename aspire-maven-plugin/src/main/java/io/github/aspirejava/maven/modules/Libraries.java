package io.github.aspirejava.maven.modules;

import io.github.aspirejava.builder.module.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;

/** Converts artifacts to libraries, which layers are planned from. */
final class Libraries {
    private Libraries() {}

    /** Returns the library for an artifact of this build. */
    static Library ofBuild(Artifact artifact) {
        return new Library(id(artifact), Library.Kind.PROJECT, 0);
    }

    /** Returns the library for a resolved artifact of a repository. */
    static Library ofRepository(Artifact artifact) throws IOException {
        Library.Kind kind = artifact.isSnapshot() ? Library.Kind.SNAPSHOT : Library.Kind.RELEASE;
        return new Library(id(artifact), kind, Files.size(artifact.getFile().toPath()));
    }

    /**
     * Returns the coordinates as in a POM: a snapshot of a repository has its timestamped version, with the file of
     * that time.
     */
    private static String id(Artifact artifact) {
        List<String> parts = new ArrayList<>(List.of(artifact.getGroupId(), artifact.getArtifactId()));
        if (!artifact.getExtension().equals("jar")) {
            parts.addAll(List.of(artifact.getExtension(), artifact.getClassifier()));
        } else if (!artifact.getClassifier().isEmpty()) {
            parts.add(artifact.getClassifier());
        }
        parts.add(artifact.getVersion());
        return String.join(":", parts);
    }
}
