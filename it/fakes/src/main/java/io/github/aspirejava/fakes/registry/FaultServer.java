package io.github.aspirejava.fakes.registry;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * An HTTP server on a free port of the loopback interface that logs every request, holds some, and lets some fail in
 * the ways of {@link Fault}. It supports plain HTTP only and closes the connection of a client that tries TLS.
 */
public abstract sealed class FaultServer implements AutoCloseable permits RegistryFixture, FaultProxy {
    private static final long PATIENCE_SECONDS = 10;

    private final ServerSocket listener;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final List<LoggedRequest> log = new ArrayList<>();
    private final List<Hold> holds = new CopyOnWriteArrayList<>();
    private final List<FaultSource> faults = new CopyOnWriteArrayList<>();

    FaultServer(Clock clock) {
        this.clock = clock;
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the answer to a request without a fault; an exception closes the connection. */
    abstract Answer answer(Request request) throws IOException, InterruptedException;

    /** Returns the address that it listens at, such as {@code 127.0.0.1:40123}. */
    public final RegistryHost host() {
        return RegistryHost.parse("127.0.0.1:" + listener.getLocalPort());
    }

    /** Returns all requests so far, in the order of their arrival. */
    public final List<LoggedRequest> requests() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Returns the matching requests so far. */
    public final List<LoggedRequest> requests(Predicate<LoggedRequest> which) {
        return requests().stream().filter(which).toList();
    }

    /** Forgets the requests so far. */
    public final void forgetRequests() {
        synchronized (log) {
            log.clear();
        }
    }

    /** Holds such requests. */
    public final Hold hold(Predicate<LoggedRequest> which) {
        Hold hold = new Hold(which);
        holds.add(hold);
        return hold;
    }

    /** Injects a fault into such requests; of several faults that apply to a request, the first one takes effect. */
    public final void fail(Fault fault, Predicate<LoggedRequest> which) {
        faults.add(FaultSource.byCount(fault, which));
    }

    /** Answers the next {@code times} such requests with {@code status}. */
    public final void fail(int times, int status, Predicate<LoggedRequest> which) {
        fail(Fault.status(status).times(times), which);
    }

    /**
     * Lets each request fail with a probability of {@code rate}, in one of these ways. The same seed results in the
     * same faults for a client that sends the same requests, in any order.
     */
    public final void failAtRandom(long seed, double rate, Fault... kinds) {
        faults.add(FaultSource.atRandom(seed, rate, List.of(kinds)));
    }

    /** Removes all faults. */
    public final void heal() {
        faults.clear();
    }

    @Override
    public void close() {
        holds.forEach(Hold::release);
        try {
            listener.close();
            for (Connection connection : connections) {
                connection.close();
            }
            threads.shutdownNow();
            // A connection that arrived while the listener was closed is accepted once more, and only the next one is
            // refused.
            boolean ignored = threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final void serve() {
        threads.execute(() -> {
            while (true) {
                try {
                    Socket socket = listener.accept();
                    if (threads.isShutdown()) {
                        socket.close();
                        return;
                    }
                    threads.execute(() -> serve(socket));
                } catch (IOException | RejectedExecutionException e) {
                    return;
                }
            }
        });
    }

    private void serve(Socket socket) {
        try (Connection connection = new Connection(socket)) {
            connections.add(connection);
            boolean alive = true;
            while (alive) {
                Optional<Request> request = connection.next(clock);
                alive = request.isPresent() && exchange(connection, request.get());
            }
        } catch (IOException e) {
            // The client or the test has closed the connection; the request is in the log.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.removeIf(Connection::isClosed);
        }
    }

    private boolean exchange(Connection connection, Request request) throws IOException, InterruptedException {
        synchronized (log) {
            log.add(request.head());
        }
        for (Hold hold : holds) {
            hold.pass(request.head());
        }
        for (FaultSource source : faults) {
            Optional<Fault.Effect> fault = source.strike(request.head());
            if (fault.isPresent()) {
                return fault.get().play(request, this, connection);
            }
        }
        Answer answer = answer(request);
        request.drain();
        connection.send(request.head(), answer);
        return true;
    }
}
