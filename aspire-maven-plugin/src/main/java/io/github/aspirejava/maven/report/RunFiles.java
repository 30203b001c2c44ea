package io.github.aspirejava.maven.report;

import io.github.aspirejava.oci.WholeFile;
import io.github.aspirejava.push.ImagesJson;
import io.github.aspirejava.push.PushReport;
import io.github.aspirejava.push.PushedService;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.view.RunReportJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a run leaves behind for other tools, in {@code target/aspire} of the root project. Each file appears whole or
 * not at all.
 */
public final class RunFiles {
    private final Path directory;

    /** The files below {@code buildDirectory}; none is written yet. */
    public RunFiles(Path buildDirectory) {
        this.directory = buildDirectory.resolve("aspire");
    }

    void write(RunReport run, PushReport pushed) throws IOException {
        write("pipeline.json", RunReportJson.render(run));
        write("images.json", ImagesJson.render(pushed));
        for (PushedService service : pushed.images()) {
            write(service.service() + ".digest", service.image().digest().toString());
        }
    }

    /**
     * A file that is right already stays: a file system may take as long for its replacement as a registry for a tag.
     */
    private void write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            WholeFile.write(file, new ByteArrayInputStream(bytes));
        }
    }
}
