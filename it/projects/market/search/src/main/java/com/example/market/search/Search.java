package com.example.market.search;

import com.example.market.events.Event;
import com.example.market.http.Page;

/** The service search. */
public final class Search {
    private Search() {}

    public static void main(String[] args) {
        System.out.println(new Event("changed", "search"));
        System.out.println(new Page("search", 3).json());
    }
}
