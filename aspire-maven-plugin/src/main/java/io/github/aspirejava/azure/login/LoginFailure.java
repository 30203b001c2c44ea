package io.github.aspirejava.azure.login;

import io.github.aspirejava.app.Registry;
import io.github.aspirejava.azure.provision.ProvisionedRegistry;
import io.github.aspirejava.azure.resource.RoleMode;
import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.oci.registry.RegistryException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.OptionalInt;

/** Describes why a registry's login failed, and the remedy. */
final class LoginFailure {
    private LoginFailure() {}

    /** Returns the status of the registry's answer, if there is one. */
    static OptionalInt status(IOException failure) {
        IOException last = last(failure);
        if (last instanceof RefusedException refused) {
            return OptionalInt.of(refused.status());
        }
        return last instanceof RegistryException answered && answered.status() != RegistryException.NO_ANSWER
                ? OptionalInt.of(answered.status())
                : OptionalInt.empty();
    }

    /** Returns whether the registry rejected the credentials. */
    static boolean isWrongPassword(IOException failure) {
        return status(failure).orElse(0) == HttpURLConnection.HTTP_UNAUTHORIZED;
    }

    /**
     * Returns the message, in one line.
     *
     * @param answers the places where credentials were looked up, with the result of each
     */
    static String message(
            Registry registry, ProvisionedRegistry provisioned, IOException failure, List<String> answers) {
        String reason = String.valueOf(failure.getMessage());
        return "%s: Cannot log in to the registry '%s': %s%s%s"
                .formatted(
                        registry.origin(),
                        registry.name(),
                        reason,
                        reason.endsWith(".") ? "" : ".",
                        advice(provisioned, failure, answers));
    }

    private static String advice(ProvisionedRegistry provisioned, IOException failure, List<String> answers) {
        int status = status(failure).orElse(0);
        if (status == HttpURLConnection.HTTP_UNAUTHORIZED || status == HttpURLConnection.HTTP_FORBIDDEN) {
            return " Assign the role %s for %s to the Microsoft Entra identity of this build. Credentials were looked for in: %s."
                    .formatted(
                            provisioned.roleMode() == RoleMode.REPOSITORIES
                                    ? "Container Registry Repository Writer"
                                    : "AcrPush",
                            provisioned.id().path(),
                            String.join("; ", answers));
        }
        if (last(failure) instanceof NoAnswerException unanswered) {
            return " %s.".formatted(unanswered.advice());
        }
        // Any other exception has a message that names its remedy.
        return last(failure) instanceof RefusedException ? " Run this again later." : "";
    }

    private static IOException last(IOException failure) {
        return failure instanceof GivenUpException givenUp ? givenUp.last() : failure;
    }
}
