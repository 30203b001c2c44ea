package io.github.aspirejava.maven.wiring;

import io.github.aspirejava.maven.modules.RecordedArtifacts;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.codehaus.plexus.util.FileUtils;

/**
 * Packages the modules of the services by a separate Maven process, if this build does not: the same installation,
 * settings, profiles and properties, and only the modules that are needed. Tests are left to the ordinary build.
 */
final class PackageAction implements StepAction {
    private static final String LOG = "package.log";

    private final MavenSession session;
    private final SessionPlan plan;
    private final String plugin;
    private final Path record;

    /**
     * Creates the action.
     *
     * @param plugin the coordinates of this plugin
     */
    PackageAction(MavenSession session, SessionPlan plan, String plugin) {
        this.session = session;
        this.plan = plan;
        this.plugin = plugin;
        this.record = plan.outputDirectory().resolve("packaged");
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        forget();
        try {
            Path log = Files.createTempFile("aspire-package", ".log");
            try {
                run(context, log);
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new StepException(
                    "The log of Maven cannot be written: %s. Run: mvn package aspire:push.".formatted(e.getMessage()),
                    e);
        }
        takeOver();
        return StepResult.NONE;
    }

    private void run(StepContext context, Path log) throws StepException, IOException {
        List<String> output = Collections.synchronizedList(new ArrayList<>());
        InvocationRequest request = new PackageRequest(session, modules(), plugin, record).logging(log);
        request.setOutputHandler(output::add);
        request.setErrorHandler(output::add);
        DefaultInvoker invoker = new DefaultInvoker();
        invoker.setMavenHome(new File(session.getSystemProperties().getProperty("maven.home")));
        try {
            InvocationResult result = invoker.execute(request);
            if (result.getExecutionException() != null || result.getExitCode() != 0) {
                // An interrupt of this Maven has ended the other one, too.
                context.cancellation().throwIfCancelled();
            }
            if (result.getExecutionException() != null) {
                throw notStarted(result.getExecutionException());
            }
            if (result.getExitCode() != 0) {
                output.addAll(Files.readAllLines(log));
                throw new StepException("The modules cannot be packaged. The full output is in %s:\n%s"
                        .formatted(kept(output), String.join("\n", MavenErrors.of(output))));
            }
        } catch (MavenInvocationException e) {
            context.cancellation().throwIfCancelled();
            throw notStarted(e);
        }
    }

    private PackageRequest.Modules modules() {
        return new PackageRequest.Modules(
                plan.modules().root(),
                plan.modulesToPackage(),
                plan.properties().find("aspire.package.skipTests").equals(Optional.of("false")));
    }

    /** Writes the output of a failed Maven to a file that lasts, and returns its path for a message. */
    private Path kept(List<String> output) throws IOException {
        Path kept = plan.outputDirectory().resolve(LOG);
        Files.createDirectories(kept.getParent());
        Files.write(kept, output);
        Path start = Path.of(session.getSystemProperties().getProperty("user.dir"));
        return kept.startsWith(start) ? start.relativize(kept) : kept;
    }

    private static StepException notStarted(Exception cause) {
        return new StepException(
                "Maven cannot be started to package the modules: %s. Run: mvn package aspire:push."
                        .formatted(cause.getMessage()),
                cause);
    }

    /** Removes the records of an earlier Maven, whose output may be at other paths than that of this one. */
    private void forget() throws StepException {
        try {
            FileUtils.deleteDirectory(record.toFile());
        } catch (IOException e) {
            throw new StepException("%s cannot be deleted: %s. Delete it.".formatted(record, e.getMessage()), e);
        }
    }

    /** Takes over the files that the other Maven has packaged the modules of this build as. */
    private void takeOver() throws StepException {
        RecordedArtifacts artifacts = new RecordedArtifacts(record);
        for (MavenProject project : plan.modules().all()) {
            try {
                artifacts.read(project).ifPresent(files -> plan.modules().packagedAs(project, files));
            } catch (IOException e) {
                throw new StepException(
                        "The record of what Maven has packaged cannot be read: %s. Run: mvn package aspire:push."
                                .formatted(e.getMessage()),
                        e);
            }
        }
    }
}
