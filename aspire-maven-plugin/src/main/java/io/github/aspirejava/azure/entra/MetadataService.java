package io.github.aspirejava.azure.entra;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The metadata service of machines in Azure, at an address that no other service has. */
final class MetadataService {
    private static final String ADDRESS = "169.254.169.254";
    private static final int HTTP = 80;
    private static final int PATIENCE_MILLIS = 1000;

    private MetadataService() {}

    /**
     * Returns whether the service answers. Without this probe a request for a token would take half a minute to fail.
     */
    static boolean isReachable() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(ADDRESS, HTTP), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
