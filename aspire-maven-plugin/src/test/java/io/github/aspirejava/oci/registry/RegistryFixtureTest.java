package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.fixture.RegistryFixture;
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
