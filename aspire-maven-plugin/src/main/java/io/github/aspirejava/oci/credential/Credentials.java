package io.github.aspirejava.oci.credential;

import io.github.aspirejava.app.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who a registry is asked as.
 *
 * @param username the user's name, which may be printed
 * @param password the password or access token, which may not
 * @param kind what the password is good for
 */
public record Credentials(String username, Secret password, Kind kind) {
    /** What a password is good for. */
    public enum Kind {
        /** It proves who the user is, be it by RFC 7617 or to a token server. */
        PASSWORD,
        /** An OAuth 2 refresh token, which a token server turns into access tokens; Docker calls it identity token. */
        IDENTITY_TOKEN
    }

    private static final String NOBODY_IN_PARTICULAR = "<token>";

    /** A user and a password. */
    public Credentials(String username, Secret password) {
        this(username, password, Kind.PASSWORD);
    }

    /** An identity token, which belongs to a user without saying to whom. */
    public static Credentials identityToken(Secret token) {
        return new Credentials(NOBODY_IN_PARTICULAR, token, Kind.IDENTITY_TOKEN);
    }

    /** Whether the password is an identity token, and so of no use but to a token server. */
    public boolean isIdentityToken() {
        return kind == Kind.IDENTITY_TOKEN;
    }

    /** Whose credentials they are, for a message. */
    public String describe() {
        return username.equals(NOBODY_IN_PARTICULAR) ? "an identity token" : "user '%s'".formatted(username);
    }

    /** The value of an {@code Authorization} header by RFC 7617. It is a secret: nobody prints it. */
    public String basicAuthorization() {
        String pair = username + ':' + password.reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
