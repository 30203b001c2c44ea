package io.github.aspirejava.azure.login;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.JwtLifetime;
import io.github.aspirejava.oci.credential.LiveCredentials;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The refresh token of one registry, which is renewed before it expires: a long push may outlast it. */
final class RefreshTokens implements LiveCredentials {
    /** The lifetime of a refresh token, by Azure's documentation, if the token does not tell it. */
    private static final Duration LIFETIME = Duration.ofHours(3);
    /** The time before its expiry at which a token is renewed: requests that are sent with it take time to arrive. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Source source;
    private final InstantSource clock;
    private @Nullable Kept kept;

    private record Kept(Secret token, Instant replacement) {}

    /** Creates an instance without a token yet. */
    RefreshTokens(Source source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized Credentials current() throws IOException {
        Kept current = kept;
        if (current == null || !clock.instant().isBefore(current.replacement())) {
            current = fetch();
            kept = current;
        }
        return Credentials.identityToken(current.token());
    }

    @Override
    public String describe() {
        return "the Microsoft Entra identity of this build";
    }

    private Kept fetch() throws IOException {
        Instant asked = clock.instant();
        Secret token = source.next();
        Duration lifetime = JwtLifetime.of(token.reveal()).orElse(LIFETIME);
        Duration margin = lifetime.dividedBy(4).compareTo(MARGIN) < 0 ? lifetime.dividedBy(4) : MARGIN;
        return new Kept(token, asked.plus(lifetime).minus(margin));
    }

    /** A source of refresh tokens. */
    @FunctionalInterface
    interface Source {
        /**
         * Returns a new refresh token.
         *
         * @throws IOException if there is none; the message tells the reason, without a secret
         */
        Secret next() throws IOException;
    }
}
