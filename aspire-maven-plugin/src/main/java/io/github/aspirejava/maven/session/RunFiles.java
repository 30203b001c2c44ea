package io.github.aspirejava.maven.session;

import io.github.aspirejava.oci.WholeFile;
import io.github.aspirejava.push.ImagesJson;
import io.github.aspirejava.push.PushedService;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.view.RunReportJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What a run leaves behind for other tools, in {@code target/aspire} of the root project. Each file appears whole or
 * not at all.
 */
final class RunFiles {
    private final Path directory;

    RunFiles(Path buildDirectory) {
        this.directory = buildDirectory.resolve("aspire");
    }

    void write(RunReport report) throws IOException {
        List<PushedService> pushed = pushed(report);
        write("pipeline.json", RunReportJson.render(report));
        write("images.json", ImagesJson.render(pushed));
        for (PushedService service : pushed) {
            write(service.service() + ".digest", service.image().digest().toString());
        }
    }

    static List<PushedService> pushed(RunReport report) {
        return report.steps().stream()
                .map(step -> step.outcome() instanceof StepOutcome.Succeeded succeeded ? succeeded.result() : null)
                .filter(PushedService.class::isInstance)
                .map(PushedService.class::cast)
                .sorted(Comparator.comparing(PushedService::service))
                .toList();
    }

    private void write(String name, String content) throws IOException {
        WholeFile.write(directory.resolve(name), new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
