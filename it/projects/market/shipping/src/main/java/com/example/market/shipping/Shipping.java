package com.example.market.shipping;

import com.example.market.events.Event;
import com.example.market.http.Page;

/** The service shipping. */
public final class Shipping {
    private Shipping() {}

    public static void main(String[] args) {
        System.out.println(new Event("changed", "shipping"));
        System.out.println(new Page("shipping", 3).json());
    }
}
