package io.github.aspirejava.oci.credential;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A chain of credential sources, asked in their order; the first with credentials wins. They are asked once for each
 * registry: a source may be a slow program, and many images wait for the same answer.
 */
public final class CredentialChain {
    private final ConcurrentMap<Question, CompletableFuture<Lookup>> lookups = new ConcurrentHashMap<>();
    private final List<CredentialSource> sources;

    /** Creates a chain that asks {@code sources} from first to last. */
    public CredentialChain(List<? extends CredentialSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Looks up the credentials of a registry. The failure of a source is recorded, and the next source is asked. */
    public Lookup find(RegistryHost host, String registryName) {
        return find(host, registryName, "");
    }

    /** Looks up the credentials for a path of a registry: the repository, or the parent of several. */
    public Lookup find(RegistryHost host, String registryName, String path) {
        Question question = new Question(host, registryName, path);
        CompletableFuture<Lookup> mine = new CompletableFuture<>();
        CompletableFuture<Lookup> theirs = lookups.putIfAbsent(question, mine);
        if (theirs != null) {
            return theirs.join();
        }
        try {
            mine.complete(ask(host, registryName, path));
        } catch (RuntimeException e) {
            lookups.remove(question, mine);
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }

    private Lookup ask(RegistryHost host, String registryName, String path) {
        List<String> answers = new ArrayList<>();
        for (CredentialSource source : sources) {
            String place = source.describe(host, registryName);
            try {
                Optional<Credentials> found = source.find(host, registryName, path);
                if (found.isPresent()) {
                    answers.add("%s: %s".formatted(place, found.get().describe()));
                    return new Lookup(found, answers);
                }
                answers.add(place + ": nothing");
            } catch (IOException e) {
                answers.add("%s: %s".formatted(place, e.getMessage()));
            }
        }
        return new Lookup(Optional.empty(), answers);
    }

    private record Question(RegistryHost host, String registryName, String path) {}

    /**
     * The result of a chain.
     *
     * @param credentials the credentials; without any the registry is accessed anonymously
     * @param answers one line for each source that was asked, in order: the place that it searched, and its answer
     */
    public record Lookup(Optional<Credentials> credentials, List<String> answers) {
        /** Copies the list. */
        public Lookup {
            answers = List.copyOf(answers);
        }
    }
}
