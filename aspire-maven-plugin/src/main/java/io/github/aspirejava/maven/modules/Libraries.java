package io.github.aspirejava.maven.modules;

import io.github.aspirejava.layers.Library;
import java.io.IOException;
import java.nio.file.Files;
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

    private static String id(Artifact artifact) {
        String classifier = artifact.getClassifier().isEmpty() ? "" : ':' + artifact.getClassifier();
        return "%s:%s%s:%s"
                .formatted(artifact.getGroupId(), artifact.getArtifactId(), classifier, artifact.getBaseVersion());
    }
}
