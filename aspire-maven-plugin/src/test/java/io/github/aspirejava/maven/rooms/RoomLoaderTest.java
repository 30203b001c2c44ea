package io.github.aspirejava.maven.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.push.BlobCounts;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** The push package stands for a room here: any package of the plugin can be one. */
class RoomLoaderTest {
    private static final String ROOM = "io.github.aspirejava.push";

    private static RoomLoader loader(URL... urls) {
        return new RoomLoader(ROOM, urls, RoomLoaderTest.class.getClassLoader());
    }

    private static URL plugin() {
        return BlobCounts.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void theClassesOfTheRoomAreItsOwn() throws Exception {
        try (RoomLoader loader = loader(plugin())) {
            Class<?> own = loader.loadClass(BlobCounts.class.getName());
            assertThat(own).isNotSameAs(BlobCounts.class);
            assertThat(own.getClassLoader()).isSameAs(loader);
            assertThat(loader.loadClass(BlobCounts.class.getName())).isSameAs(own);
        }
    }

    @Test
    void allOtherClassesAreThePlugins() throws Exception {
        try (RoomLoader loader = loader(plugin())) {
            assertThat(loader.loadClass(Blob.class.getName())).isSameAs(Blob.class);
        }
    }

    @Test
    void aClassOfTheRoomIsNotTakenFromThePluginInstead() throws Exception {
        try (RoomLoader loader = loader()) {
            assertThatThrownBy(() -> loader.loadClass(BlobCounts.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void aPackageWhoseNameOnlyBeginsAlikeIsNotTheRooms() throws Exception {
        try (RoomLoader loader = new RoomLoader(
                "io.github.aspirejava.pu", new URL[] {plugin()}, RoomLoaderTest.class.getClassLoader())) {
            assertThat(loader.loadClass(BlobCounts.class.getName())).isSameAs(BlobCounts.class);
        }
    }
}
