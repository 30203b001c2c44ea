package io.github.aspirejava.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The use of a context with the directories {@code api} and {@code web}. */
class ContextUseTest {
    @TempDir
    Path context;

    private Path api = Path.of("");
    private Path web = Path.of("");

    @BeforeEach
    void name() {
        api = context.resolve("api");
        web = context.resolve("web");
    }

    private ContextUse of(String dockerfile) throws IOException {
        return of(dockerfile, Map.of());
    }

    private ContextUse of(String dockerfile, Map<String, String> arguments) throws IOException {
        Path file = Files.writeString(context.resolve("Dockerfile"), dockerfile);
        return ContextUse.of(context, file, arguments);
    }

    private static boolean takes(ContextUse use, Path directory) {
        return use.takesFrom(directory, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY api/target/*.jar /app.jar",
                "COPY ./api/target/api-1.jar /app.jar",
                "COPY /api/target/api-1.jar /app.jar",
                "copy --chown=1:1 --link a?i /srv",
                "ADD [\"api/target/api 1.jar\", \"/app.jar\"]",
                "COPY README.md api/target/*.jar /srv/",
                "COPY \\\n  # a comment\n  api/target/api-1.jar \\\n  /app.jar",
                "ARG JAR=api/target/*.jar\nCOPY ${JAR} /app.jar",
                "ARG MODULE=api\nFROM scratch\nARG MODULE\nARG JAR=$MODULE/target/api-1.jar\nCOPY $JAR /app.jar",
                "RUN --mount=type=bind,source=api,target=/api ls /api",
                "ONBUILD COPY api /api",
            })
    void isOfWhatADockerfileCopies(String dockerfile) throws IOException {
        ContextUse use = of("FROM scratch\n" + dockerfile);

        assertThat(takes(use, api)).isTrue();
        assertThat(takes(use, web)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY . /srv",
                "COPY */target/*.jar /srv/",
                "COPY lib[ /srv/",
                "COPY ${JAR} /app.jar",
                "ARG JAR\nCOPY lib/${JAR} web /srv/",
                "ENV JAR=lib.jar\nCOPY ${JAR} /app.jar",
                "COPY ${JAR:-api/target/api-1.jar} /app.jar",
                "RUN --mount=target=/srv ls /srv",
                "",
            })
    void isOfAllWhereItCannotBeTold(String dockerfile) throws IOException {
        assertThat(takes(of("FROM scratch\n" + dockerfile), web)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY package*.json /srv/",
                "COPY api-docs /srv/",
                "COPY --from=0 /api/target/api-1.jar /app.jar\nCOPY nginx.conf /etc/",
                "ADD https://example.com/api/target/api-1.jar nginx.conf /srv/",
                "RUN --mount=type=cache,target=/api --mount=from=0,target=/web ls\nCOPY nginx.conf /etc/",
                "COPY {api,web} /srv/",
            })
    void isNotOfWhatADockerfileLeaves(String dockerfile) throws IOException {
        ContextUse use = of("FROM scratch\n" + dockerfile);

        assertThat(takes(use, api)).isFalse();
        assertThat(takes(use, web)).isFalse();
    }

    @Test
    void followsTheArgumentsOfTheBuild() throws IOException {
        ContextUse use = of("FROM scratch\nARG JAR=api/a.jar\nCOPY ${JAR} /app.jar", Map.of("JAR", "web/w.jar"));

        assertThat(takes(use, api)).isFalse();
        assertThat(takes(use, web)).isTrue();
    }

    @Test
    void isOfAllIfTheDockerfileIsNotThereOrOfAnotherGrammar() throws IOException {
        assertThat(takes(ContextUse.of(context, context.resolve("Dockerfile"), Map.of()), api))
                .isTrue();
        assertThat(takes(of("# syntax=example.com/packs\nCOPY web /web"), api)).isTrue();
        assertThat(takes(of("# syntax=docker/dockerfile:1.7\nCOPY web /web"), api))
                .isFalse();
    }

    @Test
    void isOfTheDirectoryAroundTheContextButForWhatIsInOthers() throws IOException {
        ContextUse use = of("FROM scratch\nCOPY api/target/*.jar /srv/");

        assertThat(takes(use, context)).isTrue();
        assertThat(takes(use, context.resolveSibling(""))).isTrue();
        assertThat(use.takesFrom(context, List.of(web))).isTrue();
        assertThat(use.takesFrom(context, List.of(api, web))).isFalse();
    }

    @Test
    void leavesWhatIsIgnored() throws IOException {
        Files.writeString(context.resolve(".dockerignore"), "**/target\n");
        assertThat(of("FROM scratch\nCOPY . /srv").ignores(api.resolve("target")))
                .isTrue();

        Files.writeString(context.resolve(".dockerignore"), "*\n!api/target/*.jar\n");
        assertThat(of("FROM scratch\nCOPY . /srv").ignores(api.resolve("target")))
                .isFalse();
    }

    @Test
    void isReadFromATextThatIsNoFile() {
        ContextUse use = ContextUse.ofText(context, "FROM scratch\nCOPY api /api\n", Map.of());

        assertThat(takes(use, api)).isTrue();
        assertThat(takes(use, web)).isFalse();
    }
}
