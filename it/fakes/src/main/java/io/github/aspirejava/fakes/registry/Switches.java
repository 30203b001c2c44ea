package io.github.aspirejava.fakes.registry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The deviations of the registry from the most permissive one. */
final class Switches {
    volatile boolean refusesMounts;
    volatile boolean refusesMonolithicUploads;
    volatile boolean takesBlobsWithPost;
    volatile boolean losesBrokenUploads;
    volatile boolean refusesOldLocations;
    volatile boolean storesNoBlobs;
    volatile long maxBodyBytes = Long.MAX_VALUE;
    volatile long minChunkBytes;
    /** The status for a refusal to move a tag; a second one tells whether a tag may be rewritten unchanged. */
    volatile OptionalInt immutableTags = OptionalInt.empty();

    volatile boolean refusesSameTagAgain;
    volatile Optional<String> blobServer = Optional.empty();
    volatile Optional<String> uploadServer = Optional.empty();
    private final List<Success> successes = new CopyOnWriteArrayList<>();

    void answerWith(int status, Predicate<LoggedRequest> which) {
        successes.add(new Success(status, which));
    }

    /** Returns the answer with the status that the test requires for a success of this kind. */
    Answer adapt(LoggedRequest request, Answer answer) {
        return answer.status() / 100 != 2
                ? answer
                : successes.stream()
                        .filter(success -> success.which().test(request))
                        .findFirst()
                        .map(success -> answer.status(success.status()))
                        .orElse(answer);
    }

    private record Success(int status, Predicate<LoggedRequest> which) {}
}
