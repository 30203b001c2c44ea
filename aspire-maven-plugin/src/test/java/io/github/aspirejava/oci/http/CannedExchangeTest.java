package io.github.aspirejava.oci.http;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CannedExchangeTest {
    @Test
    @Timeout(60)
    void goesAllTheWayWithNobodyAtTheOtherEnd() {
        // Port 1 refuses connections: an answer can only be the canned one.
        assertThatCode(CannedExchange::run).doesNotThrowAnyException();
    }
}
