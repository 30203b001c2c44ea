package io.github.aspirejava.engine.discovery;

import io.github.aspirejava.run.StepException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The parser of engines' addresses in Docker's notation. */
final class EngineAddress {
    private EngineAddress() {}

    /**
     * Parses an address; blanks in the path of a socket are part of it.
     *
     * @param source the setting that it comes from, for the message
     * @throws StepException if it is none that can be used
     */
    static URI parse(String address, String source) throws StepException {
        String text = address.strip();
        if (text.startsWith("/")) {
            throw unusable(text, source, "Write unix://%s".formatted(text));
        }
        String withScheme = text.contains("://") ? text : "tcp://" + text;
        String scheme = withScheme.substring(0, withScheme.indexOf("://")).toLowerCase(Locale.ROOT);
        String rest = withScheme.substring(scheme.length() + "://".length());
        try {
            return switch (scheme) {
                case "unix" -> {
                    if (!rest.startsWith("/")) {
                        throw unusable(text, source, "Write the absolute path of the socket: unix:///PATH");
                    }
                    yield new URI("unix", "", rest, null);
                }
                case "tcp", "http", "https" -> tcp(rest.replaceFirst("/+$", ""));
                case "npipe" -> new URI("npipe", "", rest, null);
                case "ssh" ->
                    throw unusable(
                            text,
                            source,
                            "An engine behind SSH needs a tunnel: ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock %s, then -D%s=unix:///tmp/engine.sock"
                                    .formatted(rest, EngineCandidates.PROPERTY));
                default -> throw unusable(text, source, "Write unix://PATH, tcp://HOST:PORT or npipe:////./pipe/NAME");
            };
        } catch (URISyntaxException e) {
            throw unusable(text, source, "Write unix://PATH, tcp://HOST:PORT or npipe:////./pipe/NAME");
        }
    }

    /** Parses a host and a port. A host may have characters that those of the Internet have not, such as _. */
    private static URI tcp(String authority) throws URISyntaxException {
        URI address = new URI("tcp", authority, null, null, null);
        return address.getHost() == null && authority.isEmpty() ? new URI("tcp://localhost:2375") : address;
    }

    private static StepException unusable(String address, String source, String remedy) {
        return new StepException("%s is '%s', which cannot be used. %s.".formatted(source, address, remedy));
    }
}
