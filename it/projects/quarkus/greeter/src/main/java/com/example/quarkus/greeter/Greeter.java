package com.example.quarkus.greeter;

import com.example.quarkus.common.Words;
import com.google.gson.Gson;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Says what it runs on, and stays until it is stopped. */
@QuarkusMain
public class Greeter implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        System.out.println(new Gson().toJson(Words.of("greeter")));
        Quarkus.waitForExit();
        return 0;
    }
}
