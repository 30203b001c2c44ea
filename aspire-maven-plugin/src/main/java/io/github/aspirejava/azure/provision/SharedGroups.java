package io.github.aspirejava.azure.provision;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.resource.GroupResource;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The resource groups of a run, each of them created once. */
public final class SharedGroups {
    private final AzureSession session;
    private final ConcurrentMap<ArmId, Lock> locks = new ConcurrentHashMap<>();
    private final Set<ArmId> ready = ConcurrentHashMap.newKeySet();

    SharedGroups(AzureSession session) {
        this.session = session;
    }

    /**
     * Creates a group unless it exists.
     *
     * @throws StepException if it can be neither found nor created
     */
    public void ensure(ArmId group, String location, Origin origin, StepContext step)
            throws StepException, InterruptedException {
        Lock lock = locks.computeIfAbsent(group, added -> new ReentrantLock());
        // Steps that run concurrently may need the same group.
        lock.lockInterruptibly();
        try {
            if (!ready.contains(group)) {
                session.ensure()
                        .ensure(new GroupResource(session.clients(), session.options(), group, location, origin), step);
                ready.add(group);
            }
        } finally {
            lock.unlock();
        }
    }
}
