package com.example.market.ledger;

import com.example.market.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Amounts that are booked. */
public final class Ledger {
    private final List<Money> entries = new ArrayList<>();

    public void book(Money amount) {
        entries.add(amount);
    }

    public Money total() {
        return entries.stream().reduce(new Money(0, "EUR"), Money::plus);
    }
}
