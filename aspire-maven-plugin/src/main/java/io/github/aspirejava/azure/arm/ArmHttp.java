package io.github.aspirejava.azure.arm;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.util.Configuration;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** The HTTP client for all requests to Azure: the session's, behind the interface of the SDK. */
public final class ArmHttp {
    private ArmHttp() {}

    /** Creates a client that sends requests by {@code session}, with its connections, proxies, trust and timeouts. */
    public static HttpClient client(OkHttpClient session) {
        return new InterruptibleHttp(new OkHttpAsyncHttpClientBuilder(session)
                // The SDK's own configuration would replace the proxies by those of the environment.
                .configuration(Configuration.NONE)
                .connectionTimeout(Duration.ofMillis(session.connectTimeoutMillis()))
                .readTimeout(Duration.ofMillis(session.readTimeoutMillis()))
                .writeTimeout(Duration.ofMillis(session.writeTimeoutMillis()))
                // There is none in addition to those.
                .responseTimeout(Duration.ZERO)
                .build());
    }
}
