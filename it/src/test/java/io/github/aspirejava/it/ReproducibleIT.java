package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReproducibleIT {

    @Test
    void theSameSourcesGiveTheSameImages() {
        Sample shop = Sample.copyOf("shop");

        List<String> first = cleanBuild(shop);

        assertThat(cleanBuild(shop)).as("built again").isEqualTo(first);
        assertThat(cleanBuild(Sample.copyOf("shop")))
                .as("built in another directory")
                .isEqualTo(first);
    }

    private static List<String> cleanBuild(Sample shop) {
        BuildResult result = MavenBuild.of(shop).intoBundle().run("clean", "package", "aspire:push");
        assertThat(result).succeeded();
        return List.of(result.digest("api"), result.digest("worker"));
    }
}
