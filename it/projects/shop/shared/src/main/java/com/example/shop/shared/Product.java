package com.example.shop.shared;

/**
 * Something that the shop sells.
 *
 * @param name what it is called
 * @param cents its price in cents
 */
public record Product(String name, int cents) {}
