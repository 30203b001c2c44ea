package io.github.aspirejava.oci.credential;

import io.github.aspirejava.app.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The credentials that identify the client to a registry.
 *
 * @param username the user's name, which may be printed
 * @param password the password or access token, which may not
 * @param kind the kind of the password
 */
public record Credentials(String username, Secret password, Kind kind) {
    /** The kind of a password. */
    public enum Kind {
        /** A password that authenticates the user, by RFC 7617 or to a token server. */
        PASSWORD,
        /**
         * An OAuth 2 refresh token, which a token server exchanges for access tokens; Docker calls it identity token.
         */
        IDENTITY_TOKEN,
        /** A token that the registry itself takes, as it is. */
        REGISTRY_TOKEN
    }

    private static final String NOBODY_IN_PARTICULAR = "<token>";

    /** Creates credentials of a user and a password. */
    public Credentials(String username, Secret password) {
        this(username, password, Kind.PASSWORD);
    }

    /** Creates credentials of an identity token, which belongs to a user without naming the user. */
    public static Credentials identityToken(Secret token) {
        return new Credentials(NOBODY_IN_PARTICULAR, token, Kind.IDENTITY_TOKEN);
    }

    /** Creates credentials of a token for the registry itself. */
    public static Credentials registryToken(Secret token) {
        return new Credentials(NOBODY_IN_PARTICULAR, token, Kind.REGISTRY_TOKEN);
    }

    /** Returns whether the password is sent with the user's name, by RFC 7617. */
    public boolean isPassword() {
        return kind == Kind.PASSWORD;
    }

    /** Returns whether the password is a token for the registry itself. */
    public boolean isRegistryToken() {
        return kind == Kind.REGISTRY_TOKEN;
    }

    /** Returns whether the password is an identity token, which only a token server accepts. */
    public boolean isIdentityToken() {
        return kind == Kind.IDENTITY_TOKEN;
    }

    /** Describes the identity, for a message. */
    public String describe() {
        return switch (kind) {
            case PASSWORD -> "user '%s'".formatted(username);
            case IDENTITY_TOKEN -> "an identity token";
            case REGISTRY_TOKEN -> "a registry token";
        };
    }

    /** Returns the value of an {@code Authorization} header by RFC 7617. It is a secret and must not be printed. */
    public String basicAuthorization() {
        String pair = username + ':' + password.reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
