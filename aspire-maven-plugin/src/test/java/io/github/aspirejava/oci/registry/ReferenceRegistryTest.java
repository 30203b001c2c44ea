package io.github.aspirejava.oci.registry;

import io.github.aspirejava.fakes.registry.ReferenceRegistry;
import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract with {@code docker-registry}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceRegistryTest extends RegistryContract {
    private ReferenceRegistry registry;

    @BeforeAll
    void start() throws IOException {
        registry = ReferenceRegistry.start();
    }

    @AfterAll
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    @Override
    RegistryHost host() {
        return registry.host();
    }
}
