package com.example.helidon;

import io.helidon.config.Config;
import io.helidon.media.jsonp.JsonpSupport;
import io.helidon.webserver.Routing;
import io.helidon.webserver.WebServer;
import jakarta.json.Json;

/** Starts the server. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Config config = Config.create();
        Routing routing = Routing.builder()
                .get("/", (request, response) -> response.send(
                        Json.createObjectBuilder().add("text", "Hello from Helidon").build()))
                .build();
        WebServer.builder(routing)
                .config(config.get("server"))
                .addMediaSupport(JsonpSupport.create())
                .build()
                .start()
                .thenAccept(server -> System.out.println("WEB server is up! http://localhost:" + server.port()));
    }
}
