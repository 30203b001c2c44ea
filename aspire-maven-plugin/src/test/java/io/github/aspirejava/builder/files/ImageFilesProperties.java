package io.github.aspirejava.builder.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.oci.Blob;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares layers of few names, so that they often collide, with unpacking them one over the other. */
class ImageFilesProperties {
    private enum Kind {
        FILE,
        DIRECTORY,
        WITHOUT,
        OPAQUE
    }

    /** The change of a layer at a path. */
    private record Change(Kind kind, String path, String content) {}

    @Property(tries = 300)
    void seesWhatUnpackingTheLayersLeaves(@ForAll("layers") List<List<Change>> layers) throws Exception {
        List<Blob> written = new ArrayList<>();
        written.add(new TestLayer().directory("r", 0755).gzip());
        Map<String, String> expected = new TreeMap<>(Map.of("r", "/"));
        for (List<Change> layer : layers) {
            TestLayer tar = new TestLayer();
            layer.forEach(change -> write(tar, change));
            written.add(tar.gzip());
            // Engines first remove the paths that a layer hides, wherever in the layer the whiteout stands.
            layer.forEach(change -> hide(expected, change));
            layer.forEach(change -> unpack(expected, change));
        }

        assertThat(copied(written)).isEqualTo(expected);
    }

    /**
     * Generates layers whose result does not depend on the order of their entries: each path is in a layer once, and no
     * file is above another.
     */
    @Provide
    Arbitrary<List<List<Change>>> layers() {
        Arbitrary<String> name = Arbitraries.of("r/a", "r/b", "r/a/a", "r/a/b", "r/b/a", "r/a/a/a");
        Arbitrary<Change> change = Combinators.combine(Arbitraries.of(Kind.class), name, Arbitraries.of("1", "2", "3"))
                .as(Change::new);
        return change.list()
                .ofMaxSize(5)
                .uniqueElements(Change::path)
                .map(ImageFilesProperties::consistent)
                .list()
                .ofMaxSize(4);
    }

    /** Removes entries that would be below a file of the same layer. */
    private static List<Change> consistent(List<Change> layer) {
        List<String> files = layer.stream()
                .filter(change -> change.kind() == Kind.FILE)
                .map(Change::path)
                .toList();
        return layer.stream()
                .filter(change -> files.stream().noneMatch(file -> change.path().startsWith(file + '/')))
                .toList();
    }

    private static void write(TestLayer tar, Change change) {
        switch (change.kind()) {
            case FILE -> tar.file(change.path(), change.content());
            case DIRECTORY -> tar.directory(change.path(), 0755);
            case WITHOUT -> tar.without(change.path());
            case OPAQUE -> tar.opaque(change.path());
        }
    }

    private static void hide(Map<String, String> tree, Change change) {
        if (change.kind() == Kind.WITHOUT) {
            tree.keySet().removeIf(path -> path.equals(change.path()) || path.startsWith(change.path() + '/'));
        } else if (change.kind() == Kind.OPAQUE) {
            tree.keySet().removeIf(path -> path.startsWith(change.path() + '/'));
        }
    }

    private static void unpack(Map<String, String> tree, Change change) {
        if (change.kind() == Kind.FILE) {
            parents(tree, change.path());
            tree.keySet().removeIf(path -> path.startsWith(change.path() + '/'));
            tree.put(change.path(), change.content());
        } else if (change.kind() == Kind.DIRECTORY) {
            parents(tree, change.path());
            tree.put(change.path(), "/");
        }
    }

    private static void parents(Map<String, String> tree, String path) {
        for (String parent = ImageTree.parent(path); !parent.isEmpty(); parent = ImageTree.parent(parent)) {
            tree.put(parent, "/");
        }
    }

    private static Map<String, String> copied(List<Blob> layers) throws Exception {
        Path spool = Files.createTempFile("spool", null);
        try {
            ByteArrayOutputStream tar = new ByteArrayOutputStream();
            ImageFiles.copy(layers, "/r", "/r", false, content -> Instant.ofEpochSecond(1), spool, tar);
            return TestLayer.read(tar.toByteArray());
        } finally {
            Files.delete(spool);
        }
    }
}
