package io.github.aspirejava.oci.credential;

import io.github.aspirejava.app.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who a registry is asked as.
 *
 * @param username the user's name, which may be printed
 * @param password the password or access token, which may not
 */
public record Credentials(String username, Secret password) {
    /** The value of an {@code Authorization} header by RFC 7617. It is a secret: nobody prints it. */
    public String basicAuthorization() {
        String pair = username + ':' + password.reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
