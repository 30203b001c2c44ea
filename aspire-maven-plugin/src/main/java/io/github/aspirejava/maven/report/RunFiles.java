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

/** The files about a run for other tools. Each file is written atomically. */
public final class RunFiles {
    private final Path directory;

    /** Creates the files in {@code directory}; none is written yet. */
    public RunFiles(Path directory) {
        this.directory = directory;
    }

    void write(RunReport run, PushReport pushed) throws IOException {
        write("pipeline.json", RunReportJson.render(run));
        write("images.json", ImagesJson.render(pushed));
        if (DeployedJson.isNeeded(run)) {
            write("deployed.json", DeployedJson.render(run));
        }
        for (PushedService service : pushed.images()) {
            write(service.service() + ".digest", service.image().digest().toString());
        }
    }

    /**
     * Writes a file unless its content is unchanged: on some file systems a replacement takes as long as moving a tag
     * in a registry.
     */
    private void write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            WholeFile.write(file, new ByteArrayInputStream(bytes));
        }
    }
}
