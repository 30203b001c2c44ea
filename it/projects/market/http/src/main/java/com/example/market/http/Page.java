package com.example.market.http;

import com.google.gson.Gson;

/** The content of a response. */
public record Page(String title, int items) {
    public String json() {
        return new Gson().toJson(this);
    }
}
