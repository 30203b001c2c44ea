package com.example.bootwar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class BootWarApplication {

    public static void main(String[] args) {
        SpringApplication.run(BootWarApplication.class, args);
    }

    @GetMapping("/")
    Greeting greeting() {
        return new Greeting("Hello from boot-war");
    }

    record Greeting(String text) {}
}
