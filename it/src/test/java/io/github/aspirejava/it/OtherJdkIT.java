package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Maven on a JDK that is newer than the plugin's target. */
class OtherJdkIT {
    private static final Path JDKS = Path.of("/usr/lib/jvm");

    @Test
    void pushesOnJava25() throws IOException {
        Optional<Path> jdk = find("25");
        assumeThat(jdk).as("a JDK 25 below %s".formatted(JDKS)).isPresent();

        assertThat(MavenBuild.of(Sample.copyOf("shop"))
                        .withJdk(jdk.orElseThrow())
                        .intoBundle()
                        .run("package", "aspire:push"))
                .succeeded();
    }

    private static Optional<Path> find(String version) throws IOException {
        if (!Files.isDirectory(JDKS)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(JDKS)) {
            return jdks.filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")) && is(version, jdk))
                    .findFirst();
        }
    }

    private static boolean is(String version, Path jdk) {
        try {
            return Files.readString(jdk.resolve("release"))
                    .matches("(?s).*JAVA_VERSION=\"%s[.\"].*".formatted(version));
        } catch (IOException e) {
            return false;
        }
    }
}
