package com.example.vertxlib;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

public class MainVerticle extends VerticleBase {

    @Override
    public Future<HttpServer> start() {
        Router router = Router.router(vertx);
        router.get("/").handler(context -> context.json(new JsonObject().put("text", "Hello from Vert.x")));
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8888"));
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(port)
                .onSuccess(server -> System.out.println("HTTP server started on port " + server.actualPort()));
    }
}
