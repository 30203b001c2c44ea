package com.example.micronaut;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;

@Controller
class GreetingController {

    @Get
    Greeting greeting() {
        return new Greeting("Hello from Micronaut");
    }

    @Serdeable
    record Greeting(String text) {}
}
