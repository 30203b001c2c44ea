package com.example.market.http;

import com.google.gson.Gson;

/** What is answered. */
public record Page(String title, int items) {
    public String json() {
        return new Gson().toJson(this);
    }
}
