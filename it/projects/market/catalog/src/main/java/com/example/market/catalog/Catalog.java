package com.example.market.catalog;

import com.example.market.http.Page;
import com.example.market.money.Money;

/** The service catalog. */
public final class Catalog {
    private Catalog() {}

    public static void main(String[] args) {
        System.out.println(new Money(250, "EUR"));
        System.out.println(new Page("catalog", 3).json());
    }
}
