package io.github.aspirejava.oci.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of authentication that a server asks for in {@code WWW-Authenticate}, by RFC 9110 section 11.6.1.
 *
 * @param scheme in lower case
 * @param parameters by name, in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    /** With a limit to its escapes: each of them, and each run of other characters, takes a part of the stack. */
    private static final String QUOTED = "\"((?:[^\"\\\\]++|\\\\.){0,500}+)\"";
    /** A scheme, which no equals sign follows, or a parameter. */
    private static final Pattern NEXT = Pattern.compile(
            "[\\s,]*(%s)(?:\\s*=\\s*(?:%s|(%s))|(?!\\s*=))".formatted(TOKEN, QUOTED, TOKEN), Pattern.DOTALL);

    /** The challenges of all such headers, in order. What does not follow the grammar ends its header. */
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

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
