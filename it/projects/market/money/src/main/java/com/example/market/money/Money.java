package com.example.market.money;

/** An amount of a currency, in its smallest unit. */
public record Money(long cents, String currency) {
    public Money plus(Money other) {
        return new Money(cents + other.cents, currency);
    }
}
