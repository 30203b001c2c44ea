package com.example.quarkus.clock;

import com.example.quarkus.common.Words;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Says what it runs on, and stays until it is stopped. */
@QuarkusMain
public class Clock implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        System.out.println(Words.of("clock"));
        Quarkus.waitForExit();
        return 0;
    }
}
