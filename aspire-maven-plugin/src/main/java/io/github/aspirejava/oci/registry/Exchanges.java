package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.BodyException;
import io.github.aspirejava.oci.http.Download;
import io.github.aspirejava.oci.http.HttpCall;
import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.oci.http.WebOrigin;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends a call once and follows its redirects; credentials are sent to the registry only. */
final class Exchanges {
    private static final int MAX_REDIRECTS = 5;
    private static final String PROXY = ". If a proxy lies in front of the registry, let it pass on the header"
            + " X-Forwarded-Proto, or set the registry's own external address";

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** The redirects that keep method and body, by RFC 9110. */
    private static final Set<Integer> REDIRECTS_OF_WRITES = Set.of(307, 308);

    private final RegistryAccess access;
    private final URI base;

    /** @param base the registry's own address */
    Exchanges(RegistryAccess access, URI base) {
        this.access = access;
        this.base = base;
    }

    <A> A exchange(Call call, Optional<String> authorization, Sender<A> sender, Head<A> head) throws IOException {
        URI uri = call.uri();
        for (int redirects = 0; ; redirects++) {
            A response = sendTo(uri, call, isOwn(uri) ? authorization : Optional.empty(), sender);
            Answer answer = head.of(response);
            Optional<String> redirect = redirect(call, answer);
            if (redirect.isEmpty()) {
                return response;
            }
            if (response instanceof Download download) {
                download.close();
            }
            if (redirects == MAX_REDIRECTS) {
                throw RegistryException.unusable(answer, access.host(), call.attempted(), "It redirects in a circle");
            }
            uri = location(call, answer, redirect.get());
        }
    }

    /** Returns the address in the answer's {@code Location}, which may be relative; a downgrade from TLS is refused. */
    URI location(Call call, Answer answer, String location) throws IOException {
        URI target;
        try {
            target = answer.uri().resolve(Addresses.escaped(location));
        } catch (IllegalArgumentException e) {
            throw RegistryException.unusable(
                    answer, access.host(), call.attempted(), "The registry returned an invalid address");
        }
        if (target.getHost() == null) {
            throw RegistryException.unusable(
                    answer, access.host(), call.attempted(), "The registry returned an address without a host");
        }
        boolean plain = base.getScheme().equals("http") && "http".equals(target.getScheme());
        if (!plain && !"https".equals(target.getScheme())) {
            throw RegistryException.unusable(
                    answer, access.host(), call.attempted(), "It points to an address without TLS" + PROXY);
        }
        return target;
    }

    /**
     * Returns whether credentials may be sent to a server by its address: over TLS, and without it to this machine, to
     * the registry's own host, or if the registry is marked insecure.
     */
    boolean mayBePlain(URI server) {
        String host = server.getHost();
        return "https".equals(server.getScheme())
                || access.insecure()
                || host.equalsIgnoreCase(base.getHost())
                || host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    /** Returns the address of {@code path}, which starts with a slash. */
    URI resolve(String path) {
        return base.resolve(path);
    }

    /** Returns the exchanges with a registry whose answer came from {@code uri}: it may have moved to TLS. */
    Exchanges movedTo(URI uri) {
        boolean upgraded = base.getScheme().equals("http")
                && uri.getScheme().equals("https")
                && uri.getHost().equalsIgnoreCase(base.getHost());
        return upgraded ? new Exchanges(access, uri.resolve("/v2/")) : this;
    }

    /** Returns whether this is the registry's own address, and not the target of a redirect. */
    boolean isOwn(URI uri) {
        boolean upgraded = base.getScheme().equals("http")
                && uri.getScheme().equals("https")
                && uri.getHost().equalsIgnoreCase(base.getHost());
        return upgraded || WebOrigin.of(uri).equals(WebOrigin.of(base));
    }

    private <A> A sendTo(URI uri, Call call, Optional<String> authorization, Sender<A> sender) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        authorization.ifPresent(value -> headers.put("Authorization", value));
        try {
            return sender.send(new HttpCall(call.method(), uri, headers, call.body(), access.tls()));
        } catch (NoAnswerException e) {
            throw RegistryException.unreachable(access.host(), uri, call.attempted(), e);
        } catch (BodyException e) {
            throw e.reason();
        }
    }

    private static Optional<String> redirect(Call call, Answer answer) {
        Set<Integer> followed = call.isRead() ? REDIRECTS : REDIRECTS_OF_WRITES;
        return followed.contains(answer.status()) ? answer.header("Location") : Optional.empty();
    }

    /** Sends a request. */
    @FunctionalInterface
    interface Sender<A> {
        A send(HttpCall call) throws IOException;
    }

    /** Extracts status and headers of an answer. */
    @FunctionalInterface
    interface Head<A> {
        Answer of(A answer);
    }
}
