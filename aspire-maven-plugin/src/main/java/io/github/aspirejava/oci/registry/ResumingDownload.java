package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Download;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;

/** The bytes of a blob from a registry; an interrupted download is resumed at its offset. */
final class ResumingDownload extends InputStream {
    private final Connection endpoint;
    private final Call call;
    private Download download;
    private long position;

    /** Starts the download. */
    ResumingDownload(Connection endpoint, Call call) throws IOException {
        this.endpoint = endpoint;
        this.call = call;
        this.download = open(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = endpoint.retries().run(number -> {
            if (number > 1) {
                download.close();
                download = open(position);
            }
            try {
                return download.body().read(buffer, offset, length);
            } catch (IOException e) {
                if (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException)) {
                    throw e;
                }
                throw endpoint.broken(call, e);
            }
        });
        position += Math.max(0, n);
        return n;
    }

    @Override
    public void close() throws IOException {
        download.close();
    }

    private Download open(long from) throws IOException {
        Download opened = endpoint.open(from == 0 ? call : call.with("Range", "bytes=%d-".formatted(from)));
        try {
            int status = opened.head().status();
            if (status == 200) {
                // A server without range requests starts from the beginning.
                opened.body().skipNBytes(from);
            } else if (status != 206 || from == 0) {
                throw endpoint.refusal(call, opened.head());
            }
            return opened;
        } catch (RegistryException e) {
            opened.close();
            throw e;
        } catch (IOException e) {
            opened.close();
            throw endpoint.broken(call, e);
        }
    }
}
