package com.example.boot2;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class Boot2ApplicationTests {

    @Test
    void contextLoads() {}
}
