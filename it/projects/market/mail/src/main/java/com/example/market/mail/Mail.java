package com.example.market.mail;

import com.example.market.events.Event;

/** The service mail. */
public final class Mail {
    private Mail() {}

    public static void main(String[] args) {
        System.out.println(new Event("changed", "mail"));
    }
}
