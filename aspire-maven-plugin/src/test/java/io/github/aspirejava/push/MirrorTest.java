package io.github.aspirejava.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.TestImages;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Prebuilt images that are copied from one registry to another, as the pipeline runs it. */
@Timeout(60)
class MirrorTest extends PushTestCase {
    private final RegistryFixture source = RegistryFixture.start();
    private final ImageContent image = TestImages.index(
            TestImages.image("amd", TestImages.layer("base"), TestImages.layer("amd")),
            TestImages.image("arm", TestImages.layer("arm")));

    @TempDir
    Path directory;

    @BeforeEach
    void publish() throws Exception {
        push(new Pusher(), image, target(source, "library/redis"), new Tag("7"));
        source.forgetRequests();
    }

    @AfterEach
    void stopSource() {
        source.close();
    }

    @Test
    void copiesAllPlatformsAndKeepsTheDigest() throws Exception {
        RunReport run = run(new PushedModel().registry("near", registry).mirror("cache", reference(), "near"));

        assertThat(run.succeeded()).isTrue();
        assertThat(StoredImages.manifest(registry.contents(), "team/cache", "1.0"))
                .contains(image.root());
        assertThat(image.children())
                .allSatisfy(child -> assertThat(StoredImages.manifest(
                                registry.contents(),
                                "team/cache",
                                child.descriptor().digest().toString()))
                        .contains(child));
        assertThat(image.blobs())
                .extracting(Blob::descriptor)
                .allMatch(blob -> registry.contents().hasBlob("team/cache", blob.digest()));
    }

    @Test
    void isPartOfTheReport() throws Exception {
        PushedModel model = new PushedModel().registry("near", registry).mirror("cache", reference(), "near");

        PushReport report = PushReport.of(run(model), model.model());

        assertThat(report.images()).singleElement().satisfies(pushed -> {
            assertThat(pushed.service()).isEqualTo("cache");
            assertThat(pushed.image().digest())
                    .isEqualTo(image.root().descriptor().digest());
            assertThat(pushed.image().references()).containsExactly(registry.host() + "/team/cache:1.0");
        });
    }

    @Test
    void mountsBlobsWithinARegistry() throws Exception {
        RunReport run = run(new PushedModel().registry("near", source).mirror("cache", reference(), "near"));

        assertThat(run.succeeded()).isTrue();
        assertThat(source.requests()).filteredOn(LoggedRequest::isBlobUpload).isEmpty();
        assertThat(source.requests())
                .filteredOn(LoggedRequest::isMount)
                .hasSize(image.blobs().size());
    }

    @Test
    void readsNoBlobWhenTheCopyIsThere() throws Exception {
        PushedModel model = new PushedModel().registry("near", registry).mirror("cache", reference(), "near");
        run(model);
        registry.forgetRequests();
        source.forgetRequests();

        run(model);

        assertThat(registry.requests())
                .noneMatch(LoggedRequest::isBlobUpload)
                .noneMatch(request -> request.isWrite() && request.isManifest());
        assertThat(source.requests())
                .filteredOn(request -> request.path().contains("/blobs/"))
                .as("configurations only: they say what the image is for")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void writesIntoAnImageLayoutToo() throws Exception {
        RunReport run = run(new PushedModel().layout("bundle", directory).mirror("cache", reference(), "bundle"));

        assertThat(run.succeeded()).isTrue();
        assertThat(new LayoutDirectory(directory.resolve("bundle")).manifest("cache:1.0"))
                .isEqualTo(image.root());
    }

    @Test
    void namesTheLineOfAnImageThatIsNotThere() throws Exception {
        RunReport run = run(new PushedModel()
                .registry("near", registry)
                .mirror("cache", source.host() + "/library/redis:8", "near"));

        assertThat(run.find("upload-cache").flatMap(StepReport::reason))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("pom.xml:2: The image %s/library/redis:8 of 'cache' cannot be read: "
                                .formatted(source.host()))
                        .endsWith(". Check its name, or remove <mirror>"));
    }

    private String reference() {
        return source.host() + "/" + new Repository("library/redis") + ":7";
    }

    private static RunReport run(PushedModel model) throws Exception {
        try (PipelineRunner runner = model.runner()) {
            return runner.run(List.of("push")).get();
        }
    }
}
