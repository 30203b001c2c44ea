package com.example.shop.shared;

import java.util.List;

/** The products of the shop. */
public final class Catalog {
    private static final List<Product> PRODUCTS =
            List.of(new Product("teapot", 2450), new Product("cup", 690), new Product("saucer", 420));

    private Catalog() {}

    /** Returns all products, in the order of display. */
    public static List<Product> products() {
        return PRODUCTS;
    }
}
