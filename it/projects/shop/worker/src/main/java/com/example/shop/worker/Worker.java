package com.example.shop.worker;

import com.example.shop.shared.JsonServer;
import java.io.IOException;
import java.util.Map;

/** Processes orders, and tells how many it has processed. */
public final class Worker {
    private Worker() {}

    public static void main(String[] args) throws IOException {
        Orders orders = new Orders();
        Thread processing = new Thread(orders, "orders");
        processing.setDaemon(true);
        processing.start();
        JsonServer.serve("worker", () -> Map.of("processed", orders.processed()));
    }
}
