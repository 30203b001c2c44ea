package io.github.aspirejava.builder.image;

import static io.github.aspirejava.oci.TestImages.image;
import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.fakes.registry.Hold;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.StoredImages;
import io.github.aspirejava.oci.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedSourceTest {
    private final RegistryFixture registry = RegistryFixture.start();
    private final SharedSource source = new SharedSource(
            new VirtualTime().registries().client(registry.host()).repository(new Repository("base")));
    private final ImageContent base = image("base", layer("base"));

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void asksOnceHoweverManyServicesAreBuiltUponIt() throws Exception {
        StoredImages.putManifest(registry.contents(), "base", "17", base.root());
        Hold first = registry.hold(LoggedRequest::isManifest);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ManifestContent>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> source.manifest("17")));
            }
            first.awaitArrivals(1);
            first.release();
            for (Future<ManifestContent> answer : answers) {
                assertThat(answer.get()).isEqualTo(base.root());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(registry.requests(LoggedRequest::isManifest)).hasSize(1);
    }

    @Test
    void readsAConfigurationOnce() throws Exception {
        Blob config = base.blobs().get(base.blobs().size() - 1);
        StoredImages.putBlob(registry.contents(), "base", config);

        for (int i = 0; i < 3; i++) {
            assertThat(source.openBlob(config.descriptor()).readAllBytes())
                    .isEqualTo(config.open().readAllBytes());
        }

        assertThat(registry.requests(LoggedRequest::isRead)).hasSize(1);
    }

    @Test
    void asksAgainAfterAFailure() throws Exception {
        assertThatThrownBy(() -> source.manifest("17")).isInstanceOf(IOException.class);
        StoredImages.putManifest(registry.contents(), "base", "17", base.root());

        assertThat(source.manifest("17")).isEqualTo(base.root());
    }
}
