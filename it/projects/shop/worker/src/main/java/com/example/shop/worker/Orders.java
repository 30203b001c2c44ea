package com.example.shop.worker;

import com.example.shop.shared.Catalog;
import com.example.shop.shared.Product;
import java.util.concurrent.atomic.AtomicLong;

/** A queue of orders that holds one order for each product. */
final class Orders implements Runnable {
    private final AtomicLong processed = new AtomicLong();

    @Override
    public void run() {
        for (Product product : Catalog.products()) {
            System.out.println("processed an order of one " + product.name());
            processed.incrementAndGet();
        }
    }

    long processed() {
        return processed.get();
    }
}
