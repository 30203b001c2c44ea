package com.example.quarkus.common;

/** The greeting of both applications. */
public final class Words {
    private Words() {}

    public static String of(String application) {
        return application + " runs on Quarkus";
    }
}
