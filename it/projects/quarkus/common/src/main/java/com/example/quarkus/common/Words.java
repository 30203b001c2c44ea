package com.example.quarkus.common;

/** What both applications say. */
public final class Words {
    private Words() {}

    public static String of(String application) {
        return application + " runs on Quarkus";
    }
}
