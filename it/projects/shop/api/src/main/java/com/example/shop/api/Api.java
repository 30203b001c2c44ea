package com.example.shop.api;

import com.example.shop.shared.Catalog;
import com.example.shop.shared.JsonServer;
import java.io.IOException;

/** Tells what the shop sells. */
public final class Api {
    private Api() {}

    public static void main(String[] args) throws IOException {
        JsonServer.serve("api", Catalog::products);
    }
}
