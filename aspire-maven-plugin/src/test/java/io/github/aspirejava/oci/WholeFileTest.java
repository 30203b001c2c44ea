package io.github.aspirejava.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void makesItsDirectoryAndReplacesWhatIsThere() throws IOException {
        Path file = directory.resolve("a/b/file");

        WholeFile.write(file, text("first"));
        WholeFile.write(file, text("second"));

        assertThat(file).hasContent("second");
        assertThat(file.getParent()).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void writesLongFilesWhole() throws IOException {
        byte[] content = new byte[1_000_003];
        new Random(1).nextBytes(content);
        Path file = directory.resolve("a/file");

        WholeFile.writeDurably(file, new ByteArrayInputStream(content));

        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void removesUnfinishedFilesThatNobodyHasWrittenToForLong() throws IOException {
        Instant limit = Instant.parse("2026-01-01T00:00:00Z");
        Path old = aged(".one.part", limit.minusSeconds(1));
        Path recent = aged(".two.part", limit.plusSeconds(1));
        Path other = aged("three", limit.minusSeconds(1));

        WholeFile.removeAbandoned(directory, limit);
        WholeFile.removeAbandoned(directory.resolve("nowhere"), limit);

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(other).exists();
    }

    private Path aged(String name, Instant time) throws IOException {
        return Files.setLastModifiedTime(Files.createFile(directory.resolve(name)), FileTime.from(time));
    }

    @Test
    void leavesWhatIsThereAndNothingElseIfItsContentCannotBeRead() throws IOException {
        Path file = directory.resolve("file");
        Files.writeString(file, "before");

        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file, new SequenceInputStream(text("half"), broken())))
                .withMessage("broken");

        assertThat(file).hasContent("before");
        assertThat(directory).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such permissions")
    void isAsReadableAsAnyOtherFile() throws IOException {
        Path file = directory.resolve("file");
        Path other = Files.createFile(directory.resolve("other"));

        WholeFile.write(file, text("content"));

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(other))
                .contains(PosixFilePermission.OWNER_READ);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("broken");
            }
        };
    }
}
