package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of connections that are kept alive. */
@Timeout(60)
class ThreadsTest {

    @Test
    void keepNoProcessAlive() throws Exception {
        try (RegistryFixture registry = RegistryFixture.start()) {
            RegistryRepository repository =
                    new VirtualTime().registries().client(registry.host()).repository(new Repository("api"));
            assertThat(repository.blobs().has(layer("some bytes").descriptor().digest()))
                    .isFalse();

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().matches("(OkHttp|Okio|aspire).*"))
                    .allMatch(Thread::isDaemon);
        }
    }
}
