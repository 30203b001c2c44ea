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

/**
 * Maven's entry into this room: there if a POM declares the plugin with {@code <extensions>true</extensions>}. Declared
 * in {@code META-INF/plexus/components.xml}.
 */
public final class OverlapParticipant extends AbstractMavenLifecycleParticipant {
    @Override
    public void afterProjectsRead(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        ExecutionListener listener = request.getExecutionListener();
        request.setExecutionListener(
                new OverlapListener(listener == null ? new AbstractExecutionListener() : listener));
    }

    /** Gives back what the session holds. Waits for what is still open, if some listener has kept the end to itself. */
    @Override
    public void afterSessionEnd(MavenSession session) throws MavenExecutionException {
        AspireSession aspire = AspireSession.of(session);
        List<ModuleFailure> failures = aspire.join(session);
        aspire.close();
        if (!failures.isEmpty()) {
            String message = failures.stream().map(ModuleFailure::message).collect(Collectors.joining("\n"));
            throw new MavenExecutionException(
                    message, session.getTopLevelProject().getFile());
        }
    }
}
