package io.github.aspirejava.maven.overlap;

import io.github.aspirejava.maven.report.ModuleFailure;
import io.github.aspirejava.maven.session.AspireSession;
import java.util.List;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Waits at the end of the build for the steps that goals have handed over, before the end is reported to other
 * listeners: their failures still fail the build and the module that they belong to. A participant's
 * {@code afterSessionEnd} would come too late: by then Maven has printed that the build was a success.
 */
final class OverlapListener extends ForwardingListener {
    OverlapListener(ExecutionListener next) {
        super(next);
    }

    /**
     * Handles the first event. From then on it is certain that no other extension has replaced this listener by its
     * own.
     *
     * <p>After it Maven asks the session's current project for the prefixes of goals on the command line: that is the
     * first module, which need not declare this plugin, even if the goals are executed in the root.
     */
    @Override
    public void sessionStarted(ExecutionEvent event) {
        MavenSession session = event.getSession();
        AspireSession.of(session).expectJoin();
        session.setCurrentProject(session.getTopLevelProject());
        super.sessionStarted(event);
    }

    @Override
    public void sessionEnded(ExecutionEvent event) {
        MavenSession session = event.getSession();
        try {
            List<ModuleFailure> failures = AspireSession.of(session).join(session);
            FailedModules.note(failures, session.getResult());
        } catch (MojoExecutionException e) {
            session.getResult().addException(new LifecycleExecutionException(e.getMessage(), e));
        } catch (RuntimeException e) {
            session.getResult().addException(e);
        } finally {
            super.sessionEnded(event);
        }
    }
}
