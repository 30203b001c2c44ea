package io.github.aspirejava.oci.http;

import io.github.aspirejava.oci.http.NoAnswerException.Phase;
import io.github.aspirejava.text.ForeignText;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Explains in one line why a request got no answer, and what to check. */
final class Failures {
    private static final Pattern TUNNEL = Pattern.compile("response code for CONNECT: (\\d+)");

    private final HttpSettings settings;

    Failures(HttpSettings settings) {
        this.settings = settings;
    }

    NoAnswerException explain(URI uri, IOException e) {
        Optional<HttpProxy> proxy = settings.proxies().proxyFor(uri);
        String server =
                proxy.map(p -> "the proxy %s:%d".formatted(p.host(), p.port())).orElse(WebOrigin.server(uri));
        if (find(e, UnknownHostException.class)) {
            return new NoAnswerException(
                    Phase.CONNECTING,
                    "the host name %s is unknown"
                            .formatted(proxy.map(HttpProxy::host).orElse(uri.getHost())),
                    "Check its spelling, and whether this machine reaches names outside its network by a proxy only",
                    e);
        }
        if (e instanceof SocketTimeoutException && isConnecting(e)) {
            return new NoAnswerException(
                    Phase.CONNECTING,
                    "no connection to %s within %d s"
                            .formatted(server, settings.connectTimeout().toSeconds()),
                    "Check the port, and whether a firewall or a proxy lies in between",
                    e);
        }
        if (e instanceof SocketTimeoutException) {
            return new NoAnswerException(
                    Phase.UNDER_WAY,
                    "%s did not answer within %d s"
                            .formatted(server, settings.idleTimeout().toSeconds()),
                    "Check whether the registry is overloaded",
                    e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new NoAnswerException(
                    Phase.CONNECTING,
                    "%s refuses connections".formatted(server),
                    "Check that it is running and that host and port are right",
                    e);
        }
        if (e instanceof SSLException) {
            return new NoAnswerException(
                    isReset(e) ? Phase.UNDER_WAY : Phase.REFUSED,
                    "no TLS with %s: %s".formatted(server, oneLine(e)),
                    TlsAdvice.about(e),
                    e);
        }
        if (proxy.isPresent() && oneLine(e).contains("authenticate with proxy")) {
            return new NoAnswerException(
                    Phase.REFUSED,
                    "%s refuses to be used".formatted(server),
                    "Check the user and the password of the proxy, in settings.xml or the environment",
                    e);
        }
        Matcher tunnel = TUNNEL.matcher(oneLine(e));
        if (proxy.isPresent() && tunnel.find()) {
            return new NoAnswerException(
                    tunnel.group(1).startsWith("4") ? Phase.REFUSED : Phase.UNDER_WAY,
                    "%s does not let this build through to %s (%s)"
                            .formatted(server, WebOrigin.server(uri), tunnel.group(1)),
                    "Let it allow that host, or leave the host out of the proxy's with <nonProxyHosts> or NO_PROXY",
                    e);
        }
        return new NoAnswerException(
                Phase.UNDER_WAY,
                "the connection to %s broke: %s".formatted(server, oneLine(e)),
                "Check that a registry answers there, and try again",
                e);
    }

    private static boolean isConnecting(IOException e) {
        return oneLine(e).startsWith("Connect timed out") || oneLine(e).startsWith("failed to connect");
    }

    private static boolean isReset(IOException e) {
        return find(e, SocketException.class) || find(e, EOFException.class) || find(e, SocketTimeoutException.class);
    }

    private static boolean find(Throwable e, Class<? extends Throwable> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String oneLine(IOException e) {
        String line = ForeignText.line(e.getMessage());
        return line.isEmpty() ? e.getClass().getSimpleName() : line;
    }
}
