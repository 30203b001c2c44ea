package io.github.aspirejava.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";

    @TempDir
    Path directory;

    @Test
    void isFoundInADirectoryAboveAndHasTheCommitOfItsBranch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", COMMIT + "\n");

        assertThat(of("services/api").revision()).contains(COMMIT);
    }

    @Test
    void hasTheCommitOfAPackedBranchAndADetachedOne() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(
                ".git/packed-refs",
                "# pack-refs with: peeled\n%s refs/heads/old/main\n%s refs/heads/main\n".formatted(OTHER, COMMIT));
        assertThat(of(".").revision()).contains(COMMIT);

        write(".git/HEAD", OTHER + "\n");
        assertThat(of(".").revision()).contains(OTHER);
    }

    @Test
    void hasNoCommitBeforeTheFirstOne() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");

        assertThat(of(".").revision()).isEmpty();
    }

    @Test
    void isThatOfAWorkTree() throws IOException {
        write("main/.git/config", "[remote \"origin\"]\n\turl = git@github.com:acme/shop.git\n");
        write("main/.git/refs/heads/topic", COMMIT);
        write("main/.git/worktrees/topic/HEAD", "ref: refs/heads/topic\n");
        write("main/.git/worktrees/topic/commondir", "../..\n");
        write("topic/.git", "gitdir: ../main/.git/worktrees/topic\n");

        assertThat(of("topic").revision()).contains(COMMIT);
        assertThat(of("topic").origin()).contains("git@github.com:acme/shop.git");
    }

    @Test
    void hasTheAddressOfOriginAlone() throws IOException {
        write(
                ".git/config",
                "[core]\n\tbare = false\n[remote \"fork\"]\n\turl = https://github.com/ann/shop\n[remote \"origin\"]\n\tfetch = +refs\n\turl = https://github.com/acme/shop\n[branch \"main\"]\n\turl = nothing\n");

        assertThat(of(".").origin()).contains("https://github.com/acme/shop");
    }

    private Checkout of(String path) {
        return Checkout.of(directory.resolve(path)).orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
