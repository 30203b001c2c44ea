package io.github.aspirejava.oci.registry;

import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.RegistryHost;
import org.junit.jupiter.api.AfterEach;

class RegistryFixtureTest extends RegistryContract {
    private final RegistryFixture fixture = RegistryFixture.start();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Override
    RegistryHost host() {
        return fixture.host();
    }
}
