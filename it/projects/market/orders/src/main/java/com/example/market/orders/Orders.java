package com.example.market.orders;

import com.example.market.events.Event;
import com.example.market.http.Page;
import com.example.market.money.Money;

/** The service orders. */
public final class Orders {
    private Orders() {}

    public static void main(String[] args) {
        System.out.println(new Money(250, "EUR"));
        System.out.println(new Event("changed", "orders"));
        System.out.println(new Page("orders", 3).json());
    }
}
