package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.LiveCredentials;
import io.github.aspirejava.oci.http.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One line of advice about a refusal: by the registry's own words if they are known, or else by its status. */
final class Advice {
    private static final Pattern QUOTA =
            Pattern.compile("quota|insufficient storage|no space left|storage (?:limit|resource)|upper limit");
    private static final Pattern IMMUTABLE = Pattern.compile(
            "immutab|overwrit|redeploy|allow(?:ed)? (?:to )?updat|already exists|cannot be (?:moved|changed|updated)");
    private static final Pattern READ_ONLY = Pattern.compile("read[- ]?only|maintenance");
    private static final Set<String> IMMUTABLE_CODES = Set.of("TAG_INVALID", "TAG_IMMUTABLE", "PRECONDITION");
    /** The statuses that without a word mean an immutable tag, as the request itself is right. */
    private static final Set<Integer> CONFLICTS = Set.of(409, 412);

    private static final Pattern REPOSITORY = Pattern.compile("/v2/(.+)/(?:blobs|manifests|tags)/.*");

    private Advice() {}

    /** Returns whether a refusal of a manifest speaks of a tag that may not be moved. */
    static boolean isAboutImmutability(int status, List<RegistryError> errors) {
        String words = words(errors);
        if (errors.isEmpty()) {
            return CONFLICTS.contains(status);
        }
        return !QUOTA.matcher(words).find()
                && (IMMUTABLE.matcher(words).find()
                        || errors.stream().anyMatch(error -> IMMUTABLE_CODES.contains(error.code())));
    }

    static String about(Answer answer, List<RegistryError> errors, RegistryAccess access, String attempted) {
        String words = words(errors);
        if (QUOTA.matcher(words).find()) {
            return "Its storage quota is exhausted: delete images there, or raise the quota";
        }
        if (errors.stream().anyMatch(error -> error.code().equals("NAME_UNKNOWN"))) {
            return "Create the repository%s there first".formatted(repository(answer));
        }
        if (READ_ONLY.matcher(words).find()) {
            return "It is read-only: push to another registry, or try again later";
        }
        boolean asked = attempted.startsWith(TokenServer.ATTEMPT) || isRegistry(answer, access.host());
        return asked
                ? byStatus(answer, errors, access)
                : "It is not the registry itself, which redirected the request there, so no credentials were sent";
    }

    private static String byStatus(Answer answer, List<RegistryError> errors, RegistryAccess access) {
        return switch (answer.status()) {
            case 401 -> unauthorized(answer, access);
            case 403 -> "Check what %s may do there".formatted(who(access));
            case 404 -> "Check the endpoint and the repository's name";
            case 405 ->
                errors.stream().anyMatch(error -> error.code().equals("UNSUPPORTED"))
                        ? "Check whether it accepts pushes: a mirror or a proxy of another registry does not"
                        : "";
            case 413 -> "A server in front of it limits the size of a request: raise that limit";
            case 429 -> "It limits the rate of requests: try again later";
            default -> answer.status() >= 500 ? "The fault lies with the server: try again later" : "";
        };
    }

    private static String unauthorized(Answer answer, RegistryAccess access) {
        if (access.live().isPresent()) {
            return "Check which roles %s has there".formatted(who(access));
        }
        if (access.credentials().isEmpty()) {
            return "Configure credentials for it: the request was anonymous";
        }
        if (Challenge.isInsufficientScope(answer)) {
            return "Check what %s may do there".formatted(who(access));
        }
        Set<String> schemes = Challenge.parse(answer.headers("WWW-Authenticate")).stream()
                .map(Challenge::scheme)
                .collect(Collectors.toSet());
        if (!schemes.isEmpty() && !schemes.contains("basic") && !schemes.contains("bearer")) {
            return "It requires %s authentication, and this plugin supports Basic and Bearer"
                    .formatted(capitalized(schemes));
        }
        return access.credentials().get().isPassword()
                ? "Check the password or token of " + who(access)
                : "Check whether %s is still valid, and whether this registry supports it"
                        .formatted(who(access).replaceFirst("^an? ", "the "));
    }

    private static String capitalized(Set<String> schemes) {
        return schemes.stream()
                .sorted()
                .map(scheme -> scheme.substring(0, 1).toUpperCase(Locale.ROOT) + scheme.substring(1))
                .collect(Collectors.joining(" or "));
    }

    private static String who(RegistryAccess access) {
        return access.live()
                .map(LiveCredentials::describe)
                .or(() -> access.credentials().map(Credentials::describe))
                .orElse("an anonymous user");
    }

    private static boolean isRegistry(Answer answer, RegistryHost host) {
        return host.equals(RegistryHost.DOCKER_HUB) || answer.uri().getHost().equalsIgnoreCase(host.name());
    }

    private static String repository(Answer answer) {
        Matcher path = REPOSITORY.matcher(
                Optional.ofNullable(answer.uri().getRawPath()).orElse(""));
        return path.matches() ? " " + path.group(1) : "";
    }

    private static String words(List<RegistryError> errors) {
        return errors.stream()
                .map(RegistryError::toString)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
