package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Builds by a user with a numeric id and without a name, as in containers of build servers. */
class HomeDirectoryIT {
    private static BuildResult push(Sample shop, String home) {
        return MavenBuild.of(shop)
                .intoBundle()
                .property("aspire.services", "api")
                .environment("HOME", home)
                .environment("DOCKER_CONFIG", "")
                .environment("XDG_CACHE_HOME", "")
                .jvmOptions(List.of("-Duser.home=?"))
                .run("-X", "aspire:push");
    }

    @Test
    void isTheVariableWhereJavaKnowsNone() {
        Sample shop = Sample.copyOf("shop");

        BuildResult push = push(shop, shop.directory().toString());

        assertThat(push).succeeded();
        assertThat(shop.file(".cache/aspire-maven-plugin/layers-1")).isNotEmptyDirectory();
        assertThat(shop.file("?/.cache")).doesNotExist();
    }

    @Test
    void isTheBuildsOwnDirectoryWhereThereIsNone() {
        Sample shop = Sample.copyOf("shop");

        BuildResult push = push(shop, "/nonexistent");

        assertThat(push).succeeded();
        assertThat(shop.file("target/aspire/cache/layers-1")).isNotEmptyDirectory();
        assertThat(push)
                .prints(
                        "The user has no home directory, so that layers are cached in %s. Set a persistent directory: -Daspire.cache=DIRECTORY"
                                .formatted(shop.file("target/aspire/cache")));
        assertThat(shop.file("?/.cache")).doesNotExist();
    }
}
