package com.example.fleet.api;

import com.example.fleet.order.Order;
import java.util.concurrent.CountDownLatch;

/** Says what it has found, and stays until it is stopped. */
public final class Api {
    private Api() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("api runs with " + Order.name());
        new CountDownLatch(1).await();
    }
}
