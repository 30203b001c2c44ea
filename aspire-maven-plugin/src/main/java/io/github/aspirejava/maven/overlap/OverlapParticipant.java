package io.github.aspirejava.maven.overlap;

import io.github.aspirejava.maven.report.ModuleFailure;
import io.github.aspirejava.maven.session.AspireSession;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Maven's entry point to overlapping: active if a POM declares the plugin with {@code <extensions>true</extensions>}.
 * Declared in {@code META-INF/plexus/components.xml}.
 */
public final class OverlapParticipant extends AbstractMavenLifecycleParticipant {
    @Override
    public void afterProjectsRead(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        ExecutionListener listener = request.getExecutionListener();
        request.setExecutionListener(
                new OverlapListener(listener == null ? new AbstractExecutionListener() : listener));
    }

    /**
     * Releases the session's resources. Waits for steps that are still open, in case another listener has suppressed
     * the event of the end.
     */
    @Override
    public void afterSessionEnd(MavenSession session) throws MavenExecutionException {
        AspireSession aspire = AspireSession.of(session);
        List<ModuleFailure> failures;
        try {
            failures = aspire.join(session);
        } catch (MojoExecutionException e) {
            throw new MavenExecutionException(e.getMessage(), e);
        } finally {
            aspire.close();
        }
        if (!failures.isEmpty()) {
            String message = failures.stream().map(ModuleFailure::message).collect(Collectors.joining("\n"));
            throw new MavenExecutionException(
                    message, session.getTopLevelProject().getFile());
        }
    }
}
