package io.github.aspirejava.process;

import java.util.ArrayList;
import java.util.List;

/** The way to end a program with all processes that it has started. */
public enum Ending {
    /** A request, which a program may use to clean up. */
    REQUESTED {
        @Override
        void end(ProcessHandle process) {
            process.destroy();
        }
    },
    /** An immediate end. */
    FORCED {
        @Override
        void end(ProcessHandle process) {
            process.destroyForcibly();
        }
    };

    abstract void end(ProcessHandle process);

    /** Ends the process tree, the parent first, so that it starts no others. */
    final void endTree(Process process) {
        List<ProcessHandle> descendants = new ArrayList<>(process.descendants().toList());
        end(process.toHandle());
        descendants.forEach(this::end);
    }
}
