package io.github.aspirejava.oci.layout;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.fakes.registry.Tool;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.TestImages;
import io.github.aspirejava.oci.VerifyingInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LayoutDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void givesBackTheImagesThatWereWritten() throws Exception {
        ImageContent api = image("api", layer("base"), layer("api"));
        ImageContent worker = image("worker", layer("base"));
        write(api, "api:1.0", "api:latest");
        write(worker, "worker:1.0");

        LayoutDirectory layout = new LayoutDirectory(directory);

        assertThat(layout.manifest("api:1.0")).isEqualTo(api.root());
        assertThat(layout.manifest("api:latest")).isEqualTo(api.root());
        assertThat(layout.manifest("worker:1.0")).isEqualTo(worker.root());
        assertThat(layout.manifest(api.root().descriptor().digest().toString())).isEqualTo(api.root());
        for (Blob blob : api.blobs()) {
            try (InputStream bytes = layout.openBlob(blob.descriptor())) {
                assertThat(bytes.readAllBytes()).isEqualTo(blob.open().readAllBytes());
            }
        }
    }

    @Test
    void movesANameToTheImageThatGetsItLast() throws Exception {
        ImageContent old = image("old");
        ImageContent current = image("current");
        write(old, "api:1.0", "api:0.9");
        write(current, "api:1.0");

        LayoutDirectory layout = new LayoutDirectory(directory);

        assertThat(layout.find("api:1.0")).contains(current.root().descriptor());
        assertThat(layout.find("api:0.9")).contains(old.root().descriptor());
        assertThat(layout.find("api:2.0")).isEmpty();
    }

    @Test
    void needsNoNameForALayoutOfOneImage() throws Exception {
        ImageContent api = image("api");
        write(api, "api:1.0", "api:latest");

        assertThat(reference("").manifest()).isEqualTo(api.root());

        write(image("worker"), "worker:1.0");
        assertThatThrownBy(() -> reference("").manifest())
                .hasMessageContaining("holds 2 images")
                .hasMessageContaining("[api:1.0, api:latest, worker:1.0]");
        assertThat(reference(":api:1.0").manifest()).isEqualTo(api.root());
    }

    @Test
    void saysWhichImagesThereAreInsteadOfTheOneAskedFor() throws Exception {
        write(image("api"), "api:1.0");

        assertThatThrownBy(() -> new LayoutDirectory(directory).manifest("api:2.0"))
                .isInstanceOf(IOException.class)
                .hasMessage("The layout %s holds no image 'api:2.0'. It holds [api:1.0].", directory);
    }

    @Test
    void saysThatADirectoryIsNoLayout() {
        assertThatThrownBy(() -> new LayoutDirectory(directory).manifest("1.0"))
                .hasMessage("There is no OCI image layout in %s: index.json is missing", directory);
    }

    @Test
    void leavesNothingBehindOfABlobThatIsNotWhatItSays() throws Exception {
        Descriptor expected = layer("the right bytes").descriptor();
        Blob damaged = blob(expected, new ByteArrayInputStream("the wrong bytes".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> new LayoutDirectory(directory).write(damaged))
                .hasMessageContaining("are not those of " + expected.digest());

        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingBehindOfABlobThatBreaksOff() throws Exception {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream("the".getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                if (n < 0) {
                    throw new IOException("The connection broke");
                }
                return n;
            }
        };
        Blob blob = blob(layer("the right bytes").descriptor(), broken);

        assertThatThrownBy(() -> new LayoutDirectory(directory).write(blob)).hasMessage("The connection broke");

        assertThat(files()).isEmpty();
    }

    @Test
    void noticesABlobThatWasDamagedOnDisk() throws Exception {
        Blob blob = layer("the right bytes");
        LayoutDirectory layout = new LayoutDirectory(directory);
        layout.write(blob);
        Files.writeString(
                directory
                        .resolve("blobs/sha256")
                        .resolve(blob.descriptor().digest().hex()),
                "the wrong bytes");

        try (InputStream bytes = layout.openBlob(blob.descriptor())) {
            assertThatThrownBy(bytes::readAllBytes).hasMessageContaining("damaged or was changed");
        }
    }

    @Test
    void writesABlobOfTheWrongLengthAnew() throws Exception {
        ImageContent api = image("api", layer("the right bytes"));
        write(api, "api:1.0");
        Blob blob = api.blobs().get(0);
        Path file = directory
                .resolve("blobs/sha256")
                .resolve(blob.descriptor().digest().hex());
        LayoutDirectory layout = new LayoutDirectory(directory);
        assertThat(layout.has(api.root().descriptor())).isTrue();

        Files.writeString(file, "the right");

        assertThat(layout.has(blob.descriptor())).isFalse();
        assertThat(layout.has(api.root().descriptor())).isFalse();
        write(api, "api:1.0");
        assertThat(file).hasContent("the right bytes");
        assertThat(layout.has(api.root().descriptor())).isTrue();
    }

    @Test
    void doesNotTakeADamagedManifestForTheImage() throws Exception {
        ImageContent api = image("api");
        write(api, "api:1.0");
        Descriptor root = api.root().descriptor();
        Path file = directory.resolve("blobs/sha256").resolve(root.digest().hex());
        LayoutDirectory layout = new LayoutDirectory(directory);

        Files.write(file, new byte[(int) root.size()]);

        assertThat(layout.has(root)).isFalse();
        write(api, "api:1.0");
        assertThat(layout.manifest("api:1.0")).isEqualTo(api.root());
    }

    @Test
    void missesWhatAnIndexRefersTo() throws Exception {
        ImageContent amd = image("amd", layer("amd"));
        ImageContent index = TestImages.index(amd, image("arm", layer("arm")));
        write(index, "api:1.0");
        LayoutDirectory layout = new LayoutDirectory(directory);
        assertThat(layout.has(index.root().descriptor()))
                .as("its manifests are not there")
                .isFalse();

        for (ManifestContent manifest : index.children()) {
            layout.write(manifest);
        }
        assertThat(layout.has(index.root().descriptor())).isTrue();

        Files.delete(directory
                .resolve("blobs/sha256")
                .resolve(amd.blobs().get(0).descriptor().digest().hex()));
        assertThat(layout.has(index.root().descriptor())).isFalse();
    }

    @Test
    void removesWhatAWriterLeftBehindThatWasKilledLongAgo() throws Exception {
        write(image("api"), "api:1.0");
        Path old = Files.writeString(directory.resolve("blobs/sha256/.old.part"), "half");
        Path recent = Files.writeString(directory.resolve("blobs/sha256/.recent.part"), "half");
        Path oldIndex = Files.writeString(directory.resolve(".index.part"), "half");
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        Files.setLastModifiedTime(old, longAgo);
        Files.setLastModifiedTime(oldIndex, longAgo);

        write(image("worker"), "worker:1.0");

        assertThat(old).doesNotExist();
        assertThat(oldIndex).doesNotExist();
        assertThat(recent).as("somebody may be writing it").exists();
    }

    @Test
    void keepsTheNamesOfAllWritersInOneProcess() throws Exception {
        ImageContent image = image("api", layer("base"));
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String name = "writer-" + writer;
                writers.add(threads.submit(() -> {
                    together.await();
                    for (int i = 0; i < 25; i++) {
                        write(image, name + ':' + i);
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(names()).hasSize(100).doesNotHaveDuplicates().isSorted();
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Test
    void keepsTheNamesOfTwoProcesses() throws Exception {
        Tool java = new Tool(Path.of(System.getProperty("java.home"), "bin", "java"));
        String classes = System.getProperty("java.class.path");
        String main = LayoutWriterProgram.class.getName();

        Process one = java.start("-cp", classes, main, directory.toString(), "one", "50");
        Process two = java.start("-cp", classes, main, directory.toString(), "two", "50");
        String output = new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                + new String(two.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(one.waitFor() + two.waitFor()).as(output).isZero();
        assertThat(names()).hasSize(100);
    }

    @Test
    void isReadBySkopeo() throws Exception {
        Tool skopeo = Tool.require("skopeo");
        ImageContent api = image("api", layer("base"), layer("api"));
        write(api, "api:1.0");
        write(image("worker", layer("base")), "worker:1.0");

        JsonNode inspected = Json.parse(
                skopeo.run("inspect", "oci:%s:api:1.0".formatted(directory)).getBytes(StandardCharsets.UTF_8));

        assertThat(inspected.path("Digest").asText())
                .isEqualTo(api.root().descriptor().digest().toString());
        assertThat(inspected.path("Layers")).hasSize(2);
    }

    private LayoutReference reference(String name) {
        return LayoutReference.parse("oci:" + directory + name, directory);
    }

    private void write(ImageContent image, String... names) throws IOException {
        LayoutDirectory layout = new LayoutDirectory(directory);
        for (Blob blob : image.blobs()) {
            layout.write(blob);
        }
        layout.write(image.root());
        layout.tag(image.root().descriptor(), List.of(names));
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode entry :
                Json.parse(Files.readAllBytes(directory.resolve("index.json"))).path("manifests")) {
            names.add(entry.path("annotations")
                    .path("org.opencontainers.image.ref.name")
                    .asText());
        }
        return names;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Blob blob(Descriptor descriptor, InputStream bytes) {
        return new Blob() {
            @Override
            public Descriptor descriptor() {
                return descriptor;
            }

            @Override
            public InputStream open() {
                return new VerifyingInputStream(bytes, descriptor, "its source");
            }

            @Override
            public Optional<BlobOrigin> origin() {
                return Optional.empty();
            }
        };
    }
}
