package io.github.aspirejava.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 1 * * SUN",
                "*/5 0-6 1 1,7 *",
                "0 1 * * 0",
                "59 23 31 12 6",
                "0 0 1-15/2 jan-mar mon-fri",
                " 0  1 * * * ",
                "0,30 1 * * *",
                "0 0 29 2 *",
                "0 0 31 2 MON",
                "0 0 31 */2 *",
                "0 0 30/1 2-3 *",
                "0 0 15,31 2 *"
            })
    void takesWhatTimersTake(String expression) {
        assertThat(CronExpression.fault(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "60 1 * * *, '60' is no minute",
        "99 1 * * *, '99' is no minute",
        "0 24 * * *, '24' is no hour",
        "0 1 32 * *, '32' is no day of the month",
        "0 1 0 * *, '0' is no day of the month",
        "0 1 * 13 *, '13' is no month",
        "0 1 * 0 *, '0' is no month",
        "0 1 * * 8, '8' is no day of the week",
        "0 1 * * 7, '7' is no day of the week",
        "5-1 1 * * *, '5-1' is no minute",
        "*/0 1 * * *, '*/0' is no minute",
        "*/99999999999 1 * * *, '*/99999999999' is no minute",
        "99999999999 1 * * *, '99999999999' is no minute",
        "0 1 * * MON-, 'MON-' is no day of the week",
        "0 1 * * MOON, 'MOON' is no day of the week",
        "JAN 1 * * *, 'JAN' is no minute",
        "a b c d e, 'a' is no minute",
        "'1, 1 * * *', '' is no minute",
        "'', it has 0 fields",
        "0 1 * *, it has 4 fields",
        "0 1 * * * *, it has 6 fields",
        "@daily, it has 1 field",
        "0 0 31 2 *, it is never due, because no month of '2' has a day 31",
        "0 0 30 FEB *, it is never due",
        "'0 0 31 4,6,9,11 *', it is never due"
    })
    void tellsWhichFieldIsWrong(String expression, String fault) {
        assertThat(CronExpression.fault(expression))
                .hasValueSatisfying(said -> assertThat(said).startsWith(fault));
    }
}
