package com.example.market.payments;

import com.example.market.events.Event;
import com.example.market.ledger.Ledger;

/** The service payments. */
public final class Payments {
    private Payments() {}

    public static void main(String[] args) {
        System.out.println(new Ledger().total());
        System.out.println(new Event("changed", "payments"));
    }
}
