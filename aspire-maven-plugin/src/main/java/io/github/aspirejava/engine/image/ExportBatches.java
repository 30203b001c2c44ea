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
 * Exports images from an engine, one archive at a time: an engine writes layers that images share once to an archive,
 * and two concurrent exports only slow each other down. Images that are requested during an export are batched in the
 * next one, together with those whose builds finish a moment later.
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
     * Creates the batches of one engine.
     *
     * @param patience the time that an archive waits for images that are being built
     */
    ExportBatches(ContainerEngine engine, ArchiveReader reader, Cancellation cancellation, Duration patience) {
        this.engine = engine;
        this.reader = reader;
        this.cancellation = cancellation;
        this.patience = patience;
    }

    /** A request; completed with an archive, or with an empty result if the requester has to read the next one. */
    private record Request(Digest id, CompletableFuture<Optional<ArchiveReader.Archive>> answer) {}

    /** Announces a request for an image. */
    BatchWindow.Arrival expect() {
        return arrivals.expect();
    }

    /**
     * Returns the archive that contains the image {@code id}, and possibly others.
     *
     * @param arrival the result of {@link #expect} for this image; closed by this method
     */
    ArchiveReader.Archive read(Digest id, BatchWindow.Arrival arrival) throws IOException {
        Request mine = new Request(id, new CompletableFuture<>());
        enter(mine);
        arrival.close();
        Optional<ArchiveReader.Archive> others = await(mine.answer());
        return others.isPresent() ? others.get() : readNext();
    }

    /** Returns a file with one layer of an image, which the caller removes. */
    @SuppressWarnings("try") // a registration only has to be closed
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

    @SuppressWarnings("try") // a registration only has to be closed
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
