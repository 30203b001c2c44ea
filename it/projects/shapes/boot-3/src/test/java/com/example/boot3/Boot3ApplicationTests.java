package com.example.boot3;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class Boot3ApplicationTests {

    @Test
    void contextLoads() {}
}
