package io.github.aspirejava.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {
    @TempDir
    Path directory;

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private BuildContext context(String dockerfile) {
        return new BuildContext(
                directory.resolve("context"), directory.resolve(dockerfile), Optional.empty(), ForeignFiles.NONE);
    }

    private static Map<String, String> files(BuildContext context) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (InputStream tar = context.tar(new Cancellation());
                TarArchiveInputStream entries = new TarArchiveInputStream(tar, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(
                        entry.getName(),
                        entry.isSymbolicLink()
                                ? "-> " + entry.getLinkName()
                                : new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void sendsFilesInTheOrderOfTheirNames() throws IOException {
        write("context/Dockerfile", "FROM scratch");
        write("context/b/x", "x");
        write("context/a", "a");
        Files.createSymbolicLink(directory.resolve("context/link"), Path.of("a"));

        assertThat(files(context("context/Dockerfile")))
                .containsExactly(
                        Map.entry("Dockerfile", "FROM scratch"),
                        Map.entry("a", "a"),
                        Map.entry("b/", ""),
                        Map.entry("b/x", "x"),
                        Map.entry("link", "-> a"));
    }

    @Test
    void alwaysSendsTheDockerfileAndTheIgnoreFile() throws IOException {
        write("context/build/Dockerfile", "FROM scratch");
        write("context/build/other", "other");
        write("context/.dockerignore", "*");
        write("context/ignored", "ignored");

        assertThat(files(context("context/build/Dockerfile")).keySet())
                .containsExactly(".dockerignore", "build/Dockerfile");
    }

    @Test
    void sendsADockerfileFromElsewhereSoThatItDoesNotGetIntoTheImage() throws IOException {
        write("elsewhere/web.Dockerfile", "FROM scratch");
        write("context/a", "a");

        BuildContext context = context("elsewhere/web.Dockerfile");

        assertThat(files(context))
                .containsEntry(context.dockerfileName(), "FROM scratch")
                .hasEntrySatisfying(
                        ".dockerignore",
                        lines -> assertThat(lines.lines()).contains(".dockerignore", context.dockerfileName()));
    }

    @Test
    void prefersTheIgnoreFileOfTheDockerfile() throws IOException {
        write("context/web.Dockerfile", "FROM scratch");
        write("context/web.Dockerfile.dockerignore", "a\n");
        write("context/.dockerignore", "b\n");
        write("context/a", "a");
        write("context/b", "b");

        assertThat(files(context("context/web.Dockerfile")))
                .doesNotContainKey("a")
                .containsEntry("b", "b")
                .hasEntrySatisfying(".dockerignore", lines -> assertThat(lines).startsWith("a\n"));
    }

    @Test
    void findsWhatIsTakenBackInBelowAnIgnoredDirectory() throws IOException {
        write("context/Dockerfile", "FROM scratch");
        write("context/.dockerignore", "*\n!**/*.java\n");
        write("context/src/deep/A.java", "A");
        write("context/src/deep/A.class", "A");

        assertThat(files(context("context/Dockerfile")).keySet())
                .containsExactly(".dockerignore", "Dockerfile", "src/deep/A.java");
    }

    @Test
    void leavesOutWhatThePluginWritesBelowIt() throws IOException {
        write("context/target/api.jar", "jar");
        write("context/target/aspire/images.json", "{}");
        write("context/layout/index.json", "{}");
        write("context/target/aspire/front/Dockerfile", "FROM scratch");
        ForeignFiles foreign =
                new ForeignFiles(Set.of(directory.resolve("context/layout")), List.of(Path.of("target", "aspire")));

        BuildContext context = new BuildContext(
                directory.resolve("context"),
                directory.resolve("context/target/aspire/front/Dockerfile"),
                Optional.empty(),
                foreign);

        assertThat(files(context))
                .containsKeys("target/api.jar", context.dockerfileName())
                .doesNotContainKeys("layout/", "layout/index.json", "target/aspire/", "target/aspire/images.json");
        assertThat(new String(context.ignore(), StandardCharsets.UTF_8).lines())
                .containsExactly("", "layout", "**/target/aspire");
    }

    @Test
    void givesAllFilesOneTimeIfItIsToldTo() throws IOException {
        write("context/Dockerfile", "FROM scratch");
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        BuildContext context = new BuildContext(
                directory.resolve("context"),
                directory.resolve("context/Dockerfile"),
                Optional.of(time),
                ForeignFiles.NONE);

        try (TarArchiveInputStream tar = new TarArchiveInputStream(context.tar(new Cancellation()))) {
            assertThat(tar.getNextEntry().getLastModifiedTime().toInstant()).isEqualTo(time);
        }
    }

    @Test
    void namesADirectoryThatIsNotThere() {
        assertThatThrownBy(() -> files(context("context/Dockerfile")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("context");
    }

    @Test
    void followsALinkThatIsTheContext() throws IOException {
        write("real/Dockerfile", "FROM scratch");
        write("real/a", "a");
        Files.createSymbolicLink(directory.resolve("context"), Path.of("real"));

        BuildContext context = context("context/Dockerfile");

        assertThat(context.dockerfileName()).isEqualTo("Dockerfile");
        assertThat(files(context)).containsOnlyKeys("Dockerfile", "a");
    }

    @Test
    void sendsTheContentOfADockerfileThatIsALink() throws IOException {
        write("shared/Dockerfile", "FROM shared");
        write("context/a", "a");
        Files.createSymbolicLink(directory.resolve("context/Dockerfile"), Path.of("../shared/Dockerfile"));

        BuildContext context = context("context/Dockerfile");

        assertThat(files(context)).containsEntry(context.dockerfileName(), "FROM shared");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a backslash is no part of a name there")
    void keepsTheBytesOfNames() throws IOException {
        String longName = "ü".repeat(60);
        write("context/Dockerfile", "FROM scratch");
        write("context/dev\\x2dlabel.swap", "backslash");
        write("context/größe-日本", "two encodings");
        write("context/" + longName + "/" + longName, "long");
        Files.createSymbolicLink(directory.resolve("context/link"), Path.of("größe-日本"));

        assertThat(files(context("context/Dockerfile")))
                .containsEntry("dev\\x2dlabel.swap", "backslash")
                .containsEntry("größe-日本", "two encodings")
                .containsEntry(longName + "/" + longName, "long")
                .containsEntry("link", "-> größe-日本");
    }

    @Test
    void sendsAFileThatGrowsAsItWas() throws IOException {
        write("context/Dockerfile", "FROM scratch");
        write("context/log", "first");

        try (InputStream tar = context("context/Dockerfile").tar(new Cancellation());
                TarArchiveInputStream entries = new TarArchiveInputStream(tar)) {
            entries.getNextEntry();
            entries.getNextEntry();
            Files.writeString(directory.resolve("context/log"), " and more", StandardOpenOption.APPEND);
            assertThat(new String(entries.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("first");
            assertThat(entries.getNextEntry()).isNull();
        }
    }

    @Test
    void copiesWhatItSendsForABuilderThatReadsADirectory() throws IOException {
        write("context/Dockerfile", "FROM scratch");
        write("context/.dockerignore", "Dockerfile\nignored\n");
        write("context/ignored", "ignored");
        write("context/sub/größe", "kept");
        Files.createSymbolicLink(directory.resolve("context/link"), Path.of("sub"));
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        BuildContext context = new BuildContext(
                directory.resolve("context"),
                directory.resolve("context/Dockerfile"),
                Optional.of(time),
                ForeignFiles.NONE);
        Path copy = Files.createDirectories(directory.resolve("copy"));

        context.copyTo(copy, new Cancellation());

        assertThat(copy.resolve("Dockerfile")).doesNotExist();
        assertThat(copy.resolve("ignored")).doesNotExist();
        assertThat(copy.resolve("link")).isSymbolicLink();
        assertThat(copy.resolve("sub/größe")).hasContent("kept");
        assertThat(Files.getLastModifiedTime(copy.resolve("sub")).toInstant()).isEqualTo(time);
        assertThat(Files.getLastModifiedTime(copy.resolve("sub/größe")).toInstant())
                .isEqualTo(time);
    }
}
