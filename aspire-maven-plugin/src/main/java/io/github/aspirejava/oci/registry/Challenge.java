package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One authentication challenge of a server in {@code WWW-Authenticate}, by RFC 9110 section 11.6.1.
 *
 * @param scheme the scheme in lower case
 * @param parameters the parameters by name, in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    /**
     * A quoted string, with a limit of its escapes: each of them, and each run of other characters, takes a part of the
     * stack.
     */
    private static final String QUOTED = "\"((?:[^\"\\\\]++|\\\\.){0,500}+)\"";
    /** A value without quotes, more leniently than the grammar: an address contains characters that no token may. */
    private static final String VALUE = "[^\\s,\"=][^\\s,\"]*+";
    /**
     * A scheme, which is not followed by an equals sign, or a parameter; the padding of credentials in Base64 is
     * neither.
     */
    private static final Pattern NEXT = Pattern.compile(
            "[\\s,]*(%s)(?:\\s*=\\s*(?:%s|(%s))|(?!\\s*=)|=+(?=\\s*(?:,|$)))".formatted(TOKEN, QUOTED, VALUE),
            Pattern.DOTALL);

    /** Parses the challenges of all such headers, in order. Text that does not follow the grammar ends its header. */
    static List<Challenge> parse(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        for (String header : headers) {
            Matcher matcher = NEXT.matcher(header);
            Map<String, String> current = new TreeMap<>();
            while (matcher.lookingAt()) {
                String name = matcher.group(1).toLowerCase(Locale.ROOT);
                String quoted = matcher.group(2);
                String plain = matcher.group(3);
                if (quoted == null && plain == null) {
                    current = new TreeMap<>();
                    challenges.add(new Challenge(name, current));
                } else {
                    current.put(name, quoted == null ? String.valueOf(plain) : quoted.replaceAll("\\\\(.)", "$1"));
                }
                matcher.region(matcher.end(), header.length());
            }
        }
        return challenges;
    }

    /** Returns whether the answer says that the token is good, and does not allow the request. */
    static boolean isInsufficientScope(Answer answer) {
        return parse(answer.headers("WWW-Authenticate")).stream()
                .anyMatch(challenge -> challenge.parameter("error").equals(Optional.of("insufficient_scope")));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
