package com.example.market.events;

/** Something that has happened to somebody. */
public record Event(String kind, String subject) {}
