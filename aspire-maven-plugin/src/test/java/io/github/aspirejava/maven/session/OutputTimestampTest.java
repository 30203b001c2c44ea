package io.github.aspirejava.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTimestampTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T02:00:00+02:00, 2026-01-01T00:00:00Z",
        "1767225600, 2026-01-01T00:00:00Z",
        "'', 1970-01-01T00:00:00Z",
        "x, 1970-01-01T00:00:00Z",
        "0, 1970-01-01T00:00:00Z",
        "yesterday, 1970-01-01T00:00:00Z",
        "99999999999999999999, 1970-01-01T00:00:00Z",
    })
    void isReadAsMavensOwnPluginsReadIt(String property, Instant expected) {
        MavenProject project = new MavenProject();
        project.getProperties().setProperty("project.build.outputTimestamp", property);

        assertThat(OutputTimestamp.of(project)).isEqualTo(expected);
    }
}
