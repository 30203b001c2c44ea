package io.github.aspirejava.maven.modules;

import io.github.aspirejava.builder.module.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;

/** Artifacts as libraries that layers are planned of. */
final class Libraries {
    private Libraries() {}

    /** What this build makes. */
    static Library ofBuild(Artifact artifact) {
        return new Library(id(artifact), Library.Kind.PROJECT, 0);
    }

    /** What a repository has; it is resolved. */
    static Library ofRepository(Artifact artifact) throws IOException {
        Library.Kind kind = artifact.isSnapshot() ? Library.Kind.SNAPSHOT : Library.Kind.RELEASE;
        return new Library(id(artifact), kind, Files.size(artifact.getFile().toPath()));
    }

    /** As in a POM: a snapshot of a repository is that of its time, with that time's file. */
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
