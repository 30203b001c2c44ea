package com.example.fleet.worker;

import com.example.fleet.order.Order;
import java.util.concurrent.CountDownLatch;

/** Says what it has found, and stays until it is stopped. */
public final class Worker {
    private Worker() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("worker runs with " + Order.name());
        new CountDownLatch(1).await();
    }
}
