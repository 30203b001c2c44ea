package io.github.aspirejava.azure.arm;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/** Gives each request the run's correlation id, and passes the reply to its step's trace. */
final class TracePolicy implements HttpPipelinePolicy {
    private static final HttpHeaderName CORRELATION_ID = HttpHeaderName.fromString("x-ms-correlation-request-id");

    private final String correlationId;

    TracePolicy(String correlationId) {
        this.correlationId = correlationId;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            context.getHttpRequest().setHeader(CORRELATION_ID, correlationId);
            return next.process().doOnNext(response -> tell(context, response));
        });
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        context.getHttpRequest().setHeader(CORRELATION_ID, correlationId);
        HttpResponse response = next.processSync();
        tell(context, response);
        return response;
    }

    private static void tell(HttpPipelineCallContext context, HttpResponse response) {
        if (context.getData(Trace.KEY).orElse(null) instanceof Trace trace) {
            trace.replied(response);
        }
    }
}
