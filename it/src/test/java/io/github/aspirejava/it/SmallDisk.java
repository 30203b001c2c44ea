package io.github.aspirejava.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A small file system in memory, which fills up quickly. Closing unmounts it and discards its content.
 *
 * @param directory the mount point
 */
record SmallDisk(Path directory) implements AutoCloseable {

    static SmallDisk mount(int kibibytes) {
        Path directory = Workspace.newDirectory("disk");
        run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + kibibytes + "k", "none", directory.toString());
        return new SmallDisk(directory);
    }

    private static void run(String... command) {
        try (RunningProcess process = RunningProcess.start(new ProcessBuilder(command))) {
            if (process.exitCode(Duration.ofSeconds(20)) != 0) {
                throw new IllegalStateException(List.of(command) + " failed:\n" + String.join("\n", process.lines()));
            }
        }
    }

    @Override
    public void close() {
        run("umount", directory.toString());
    }
}
