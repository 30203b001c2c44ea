package io.github.aspirejava.azure.entra;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The metadata service of machines in Azure: at an address that nobody else has. */
final class MetadataService {
    private static final String ADDRESS = "169.254.169.254";
    private static final int HTTP = 80;
    private static final int PATIENCE_MILLIS = 1000;

    private MetadataService() {}

    /** Whether somebody is there. To be asked for a token it would take half a minute to say that nobody is. */
    static boolean isReachable() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(ADDRESS, HTTP), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
