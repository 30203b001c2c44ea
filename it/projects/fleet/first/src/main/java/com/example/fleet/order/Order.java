package com.example.fleet.order;

/** A class that another module has under the same name: the first one of the class path is used. */
public final class Order {
    private Order() {}

    public static String name() {
        return "first";
    }
}
