package io.github.aspirejava.maven.overlap;

import io.github.aspirejava.maven.session.AspireSession;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/**
 * Releases the threads of a session at its end if the plugin is no extension, which Maven would call there. A JVM that
 * stays for the next build, such as that of an IDE, would otherwise keep them for a while.
 */
public final class ClosingListener extends ForwardingListener {
    private ClosingListener(ExecutionListener next) {
        super(next);
    }

    /** Registers the listener, once in a session. */
    public static void register(AspireSession aspire, MavenSession session) {
        if (aspire.isToBeClosed()) {
            MavenExecutionRequest request = session.getRequest();
            ExecutionListener listener = request.getExecutionListener();
            request.setExecutionListener(
                    new ClosingListener(listener == null ? new AbstractExecutionListener() : listener));
        }
    }

    @Override
    public void sessionEnded(ExecutionEvent event) {
        AspireSession.of(event.getSession()).close();
        super.sessionEnded(event);
    }
}
