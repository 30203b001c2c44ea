package com.example.shop.shared;

import java.util.List;

/** What the shop sells. */
public final class Catalog {
    private static final List<Product> PRODUCTS =
            List.of(new Product("teapot", 2450), new Product("cup", 690), new Product("saucer", 420));

    private Catalog() {}

    /** All products, in the order of the shop window. */
    public static List<Product> products() {
        return PRODUCTS;
    }
}
