package io.github.aspirejava.maven.wiring;

import io.github.aspirejava.maven.modules.RecordedArtifacts;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.codehaus.plexus.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * Packages the modules of the services by a separate Maven process, if this build does not: the same installation,
 * settings, profiles and properties, and only the modules that are needed. Tests are left to the ordinary build.
 */
final class PackageAction implements StepAction {
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
        this.record = Path.of(plan.modules().root().getBuild().getDirectory(), "aspire", "packaged");
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        forget();
        List<String> output = Collections.synchronizedList(new ArrayList<>());
        InvocationRequest request = request();
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
                throw new StepException("The modules cannot be packaged. Run mvn package for the full output:\n%s"
                        .formatted(String.join("\n", MavenErrors.of(output))));
            }
        } catch (MavenInvocationException e) {
            context.cancellation().throwIfCancelled();
            throw notStarted(e);
        }
        takeOver();
        return StepResult.NONE;
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

    private InvocationRequest request() {
        MavenExecutionRequest outer = session.getRequest();
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBatchMode(true);
        MavenProject root = plan.modules().root();
        request.setPomFile(root.getFile());
        request.setBaseDirectory(root.getBasedir());
        request.addArg("package");
        request.addArg(plugin + ":record-artifacts");
        request.setProjects(plan.modulesToPackage().stream()
                .map(project -> project.getGroupId() + ':' + project.getArtifactId())
                .sorted()
                .toList());
        request.setAlsoMake(true);
        request.setOffline(outer.isOffline());
        request.setProfiles(profiles(outer));
        existing(outer.getUserSettingsFile()).ifPresent(request::setUserSettingsFile);
        existing(outer.getGlobalSettingsFile()).ifPresent(request::setGlobalSettingsFile);
        request.setLocalRepositoryDirectory(outer.getLocalRepositoryPath());
        request.setJavaHome(new File(session.getSystemProperties().getProperty("java.home")));
        if (outer.getDegreeOfConcurrency() > 1) {
            request.setThreads(Integer.toString(outer.getDegreeOfConcurrency()));
        }
        request.setProperties(properties());
        return request;
    }

    /**
     * Returns the properties of this build without the plugin's: its own goals take no part in packaging, and secrets
     * must not be on a command line.
     */
    private Properties properties() {
        Properties properties = new Properties();
        session.getUserProperties().forEach((name, value) -> {
            if (!name.toString().startsWith("aspire.")) {
                properties.put(name, value);
            }
        });
        properties.setProperty("aspire.skip", "true");
        properties.setProperty("aspire.record.directory", record.toString());
        if (!plan.properties().find("aspire.package.skipTests").equals(Optional.of("false"))) {
            properties.setProperty("skipTests", "true");
        }
        return properties;
    }

    /**
     * Returns a settings file if it exists: Maven names its default files although they need not exist, but accepts
     * only existing ones.
     */
    private static Optional<File> existing(@Nullable File settings) {
        return Optional.ofNullable(settings).filter(File::isFile);
    }

    private static List<String> profiles(MavenExecutionRequest outer) {
        List<String> profiles = new ArrayList<>(outer.getActiveProfiles());
        outer.getInactiveProfiles().forEach(profile -> profiles.add("!" + profile));
        return profiles;
    }
}
