package io.github.aspirejava.maven.addons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.push.BlobCounts;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** Uses the push package as an add-on: any package of the plugin can be one. */
class AddOnClassLoaderTest {
    private static final String ROOM = "io.github.aspirejava.push";

    private static AddOnClassLoader loader(URL... urls) {
        return new AddOnClassLoader(ROOM, urls, AddOnClassLoaderTest.class.getClassLoader());
    }

    private static URL plugin() {
        return BlobCounts.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void theClassesOfTheRoomAreItsOwn() throws Exception {
        try (AddOnClassLoader loader = loader(plugin())) {
            Class<?> own = loader.loadClass(BlobCounts.class.getName());
            assertThat(own).isNotSameAs(BlobCounts.class);
            assertThat(own.getClassLoader()).isSameAs(loader);
            assertThat(loader.loadClass(BlobCounts.class.getName())).isSameAs(own);
        }
    }

    @Test
    void allOtherClassesAreThePlugins() throws Exception {
        try (AddOnClassLoader loader = loader(plugin())) {
            assertThat(loader.loadClass(Blob.class.getName())).isSameAs(Blob.class);
        }
    }

    @Test
    void aClassOfTheRoomIsNotTakenFromThePluginInstead() throws Exception {
        try (AddOnClassLoader loader = loader()) {
            assertThatThrownBy(() -> loader.loadClass(BlobCounts.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void aPackageWhoseNameOnlyBeginsAlikeIsNotTheRooms() throws Exception {
        try (AddOnClassLoader loader = new AddOnClassLoader(
                "io.github.aspirejava.pu", new URL[] {plugin()}, AddOnClassLoaderTest.class.getClassLoader())) {
            assertThat(loader.loadClass(BlobCounts.class.getName())).isSameAs(BlobCounts.class);
        }
    }
}
