package io.github.aspirejava.azure.entra;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.azure.entra.Candidate.UnavailableException;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.settings.CredentialKind;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The login to Microsoft Entra: the first credential that has a token. It is looked up once; from then on it issues and
 * renews all tokens.
 */
public final class EntraLogin implements TokenCredential {
    private final List<Candidate> candidates;
    private volatile @Nullable TokenCredential chosen;

    private EntraLogin(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    /** Creates a login by the credentials that the options select. */
    public static EntraLogin of(AzureOptions options, Map<String, String> environment, HttpClient http) {
        return of(options, environment, http, MetadataService::isReachable);
    }

    static EntraLogin of(
            AzureOptions options, Map<String, String> environment, HttpClient http, BooleanSupplier runsInAzure) {
        return new EntraLogin(new CredentialCandidates(options, environment, http, runsInAzure).asked());
    }

    /**
     * Finds the first credential that has a token for {@code scope}.
     *
     * @param progress receives each kind that is tried
     * @return the kind that was found
     * @throws StepException if there is none; the message has a line for each kind, with its answer
     */
    public CredentialKind find(String scope, Consumer<String> progress) throws StepException {
        List<String> refusals = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String kind = candidate.kind().text();
            try {
                TokenCredential credential = candidate.source().get();
                progress.accept("asking for a token with the credential '%s'".formatted(kind));
                AccessToken token = credential.getTokenSync(request(scope));
                if (token != null && !token.isExpired()) {
                    chosen = credential;
                    return candidate.kind();
                }
                refusals.add("  %s: it gave no token that is valid".formatted(kind));
            } catch (UnavailableException e) {
                refusals.add("  %s: %s".formatted(kind, e.getMessage()));
            } catch (RuntimeException e) {
                refusals.add("  %s: %s".formatted(kind, Refusal.of(e)));
            }
        }
        throw new StepException(
                "Microsoft Entra returned no token. Tried credentials:\n%s\nLog in with az login, or set what one of these asks for; <azure><credential> chooses one."
                        .formatted(String.join("\n", refusals)));
    }

    /**
     * Returns a token for {@code scope}.
     *
     * @throws IOException if Entra gives none; the message is one line, without a secret, and there is no cause, since
     *     a cause may quote the request
     */
    public Secret token(String scope) throws IOException {
        try {
            return new Secret(getTokenSync(request(scope)).getToken());
        } catch (RuntimeException e) {
            throw new FilteredException("Microsoft Entra gave no token for %s: %s".formatted(scope, Refusal.of(e)));
        }
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return credential().getToken(request);
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        return credential().getTokenSync(request);
    }

    private TokenCredential credential() {
        TokenCredential credential = chosen;
        if (credential == null) {
            throw new IllegalStateException(
                    "Nobody has logged in: the step validate-azure-login has not been waited for");
        }
        return credential;
    }

    private static TokenRequestContext request(String scope) {
        return new TokenRequestContext().addScopes(scope);
    }
}
