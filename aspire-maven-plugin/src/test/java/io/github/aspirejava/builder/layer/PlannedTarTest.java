package io.github.aspirejava.builder.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.image.ReproducibleLayerBuilder;
import com.google.common.collect.ImmutableList;
import io.github.aspirejava.builder.content.CopiedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedTarTest {
    @TempDir
    Path directory;

    private static byte[] tar(List<PlannedFile> files) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        new PlannedTar(files).write(file -> file.content().source().orElseThrow(), tar);
        return tar.toByteArray();
    }

    private PlannedFile file(String target, String content, int mode, Instant time) throws IOException {
        Path source = Files.createTempFile(directory, "file", "");
        Files.writeString(source, content);
        return new PlannedFile(new CopiedFile(source), target, mode, Owner.ROOT, time);
    }

    @Test
    void hasTheSameBytesAsJibs() throws Exception {
        List<PlannedFile> files = List.of(
                file("/app/libs/a.jar", "a", 0644, Instant.ofEpochSecond(1)),
                file("/app/classes/" + "deep/".repeat(30) + "Main.class", "b", 0644, Instant.ofEpochSecond(1)),
                file("/app/run", "c".repeat(2_000), 0755, Instant.parse("2026-03-01T12:00:00Z")),
                file("/app/größe.txt", "", 0600, Instant.parse("2026-03-01T12:00:00.25Z")),
                file("/app-1/x", "x", 0644, Instant.ofEpochSecond(0)),
                file("//srv//www/index.html", "page", 0644, Instant.parse("1983-01-01T00:00:00Z")));
        ImmutableList.Builder<FileEntry> entries = ImmutableList.builder();
        for (PlannedFile file : files) {
            entries.add(new FileEntry(
                    file.content().source().orElseThrow(),
                    AbsoluteUnixPath.get(file.target()),
                    FilePermissions.fromOctalString(Integer.toOctalString(file.mode())),
                    file.time()));
        }
        ByteArrayOutputStream jibs = new ByteArrayOutputStream();
        new ReproducibleLayerBuilder(entries.build()).build().writeTo(jibs);

        assertThat(tar(files)).isEqualTo(jibs.toByteArray());
    }

    @Test
    void keepsNamesAsTheyAre() throws Exception {
        byte[] tar = tar(List.of(
                file("/units/dev\\x2dlabel.swap", "", 0644, Instant.EPOCH),
                file("/日本 größe/a", "", 0644, Instant.EPOCH)));

        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar), "UTF-8")) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("units/", "units/dev\\x2dlabel.swap", "日本 größe/", "日本 größe/a");
    }
}
