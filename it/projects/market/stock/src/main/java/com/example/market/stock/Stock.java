package com.example.market.stock;

import com.example.market.events.Event;

/** The service stock. */
public final class Stock {
    private Stock() {}

    public static void main(String[] args) {
        System.out.println(new Event("changed", "stock"));
    }
}
