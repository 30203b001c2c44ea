package io.github.aspirejava.engine.image;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineAnswer;
import io.github.aspirejava.engine.api.Query;
import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Has an engine export images, one archive at a time: an engine writes the layers that images share once to an archive,
 * and two archives at once only slow each other down. Images that are asked for while one is being read are in the next
 * one together, and so are those that are being built and are there a moment later.
 */
final class ExportBatches {
    private final ContainerEngine engine;
    private final ArchiveReader reader;
    private final Cancellation cancellation;
    private final Duration patience;
    private final BatchWindow arrivals = new BatchWindow();
    private List<Request> waiting = new ArrayList<>();
    private boolean busy;

    /**
     * The exports of one engine.
     *
     * @param patience how long an archive waits for images that are being built
     */
    ExportBatches(ContainerEngine engine, ArchiveReader reader, Cancellation cancellation, Duration patience) {
        this.engine = engine;
        this.reader = reader;
        this.cancellation = cancellation;
        this.patience = patience;
    }

    /** Somebody's request; answered with an archive, or with nothing if it is their turn to read one. */
    private record Request(Digest id, CompletableFuture<Optional<ArchiveReader.Archive>> answer) {}

    /** Says that an image will be asked for. */
    BatchWindow.Arrival expect() {
        return arrivals.expect();
    }

    /**
     * The archive that has the image called {@code id}; others may be in it, too.
     *
     * @param arrival what {@link #expect} has said of this image; ended
     */
    ArchiveReader.Archive read(Digest id, BatchWindow.Arrival arrival) throws IOException {
        Request mine = new Request(id, new CompletableFuture<>());
        enter(mine);
        arrival.close();
        Optional<ArchiveReader.Archive> others = await(mine.answer());
        return others.isPresent() ? others.get() : readNext();
    }

    /** A file with one layer of an image, which is removed by whoever asks. */
    @SuppressWarnings("try") // a registration is only there to be closed
    Path readLayer(Digest id, Digest layer) throws IOException {
        try (EngineAnswer answer = export(List.of(id));
                Cancellation.Registration registration = cancellation.onCancel(answer::close)) {
            return reader.readLayer(answer.body(), layer, cancellation);
        }
    }

    private synchronized void enter(Request request) {
        waiting.add(request);
        if (!busy) {
            busy = true;
            request.answer().complete(Optional.empty());
        }
    }

    @SuppressWarnings("try") // a registration is only there to be closed
    private ArchiveReader.Archive readNext() throws IOException {
        arrivals.await(patience);
        List<Request> batch = take();
        try (EngineAnswer answer =
                        export(batch.stream().map(Request::id).distinct().toList());
                Cancellation.Registration registration = cancellation.onCancel(answer::close)) {
            ArchiveReader.Archive archive = reader.read(answer.body(), cancellation);
            batch.forEach(request -> request.answer().complete(Optional.of(archive)));
            return archive;
        } catch (IOException | RuntimeException e) {
            batch.forEach(request -> request.answer().completeExceptionally(e));
            throw e;
        } finally {
            passOn();
        }
    }

    private synchronized List<Request> take() {
        List<Request> batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private synchronized void passOn() {
        busy = !waiting.isEmpty();
        if (busy) {
            waiting.get(0).answer().complete(Optional.empty());
        }
    }

    private EngineAnswer export(List<Digest> ids) throws IOException {
        Query query = new Query("/images/get");
        ids.forEach(id -> query.with("names", id.toString()));
        return engine.api().open(query.toString());
    }

    private static Optional<ArchiveReader.Archive> await(CompletableFuture<Optional<ArchiveReader.Archive>> answer)
            throws IOException {
        try {
            // In a ForkJoinPool this wait is managed: another thread takes over meanwhile.
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while another thread was at it");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }
}
