package io.github.aspirejava.builder.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.cache.DigestMemo;
import io.github.aspirejava.cache.MutableClock;
import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileDigestsTest {
    @TempDir
    Path directory;

    private Path memory;
    private Path jar;
    private MutableClock clock;
    private FileDigests digests;

    @BeforeEach
    void write() throws IOException {
        memory = Files.createDirectory(directory.resolve("memory"));
        jar = Files.write(directory.resolve("a.jar"), new byte[100_000]);
        clock = new MutableClock(Instant.now().plus(Duration.ofMinutes(1)));
        digests = new FileDigests(new DigestMemo(memory, directory), clock);
    }

    private Digest digest() throws IOException {
        return digests.digest(PlannedFile.copyOf(jar, "/a.jar"));
    }

    private List<Path> remembered() throws IOException {
        try (Stream<Path> files = Files.list(memory)) {
            return files.toList();
        }
    }

    @Test
    void areNotComputedAgainForAFileThatIsStillTheSame() throws Exception {
        assertThat(digest()).isEqualTo(Digest.of(new byte[100_000]));
        Digest other = Digest.of(new byte[] {1});
        Files.writeString(remembered().get(0), other.toString());

        assertThat(digest()).as("what is remembered is believed").isEqualTo(other);
    }

    @Test
    void areComputedAgainForAFileThatHasChanged() throws Exception {
        digest();
        Files.write(jar, new byte[100_001]);

        assertThat(digest()).isEqualTo(Digest.of(new byte[100_001]));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void areComputedAgainForAFileOfTheSameLengthWhoseTimeWasSetBack() throws Exception {
        FileTime time = Files.getLastModifiedTime(jar);
        digest();
        byte[] changed = new byte[100_000];
        changed[5] = 1;
        do {
            Files.write(jar, changed);
        } while (Files.getLastModifiedTime(jar).equals(time));
        Files.setLastModifiedTime(jar, time);

        assertThat(digest()).isEqualTo(Digest.of(changed));
    }

    @Test
    void areNotRememberedForAFileThatWasWrittenAMomentAgo() throws Exception {
        clock = new MutableClock(Files.getLastModifiedTime(jar).toInstant().plusMillis(500));
        digests = new FileDigests(new DigestMemo(memory, directory), clock);

        digest();

        assertThat(remembered()).isEmpty();
    }

    @Test
    void areComputedAgainIfTheMemoryIsDamagedOrGone() throws Exception {
        digest();
        Files.writeString(remembered().get(0), "sha256:0");
        assertThat(digest()).isEqualTo(Digest.of(new byte[100_000]));
        Files.delete(remembered().get(0));
        Files.delete(memory);

        assertThat(digest()).isEqualTo(Digest.of(new byte[100_000]));
    }
}
