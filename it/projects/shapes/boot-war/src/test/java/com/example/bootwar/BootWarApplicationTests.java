package com.example.bootwar;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class BootWarApplicationTests {

    @Test
    void contextLoads() {}
}
