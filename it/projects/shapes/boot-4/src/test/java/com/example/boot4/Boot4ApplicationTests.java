package com.example.boot4;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class Boot4ApplicationTests {

    @Test
    void contextLoads() {}
}
