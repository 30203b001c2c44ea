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
import java.nio.file.attribute.PosixFilePermission;
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
