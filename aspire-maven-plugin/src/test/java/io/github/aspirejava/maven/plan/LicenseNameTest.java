package io.github.aspirejava.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Apache-2.0; Apache-2.0",
                "Apache License, Version 2.0; Apache-2.0",
                "The Apache Software License, Version 2.0; Apache-2.0",
                "Apache License 2.0; Apache-2.0",
                "MIT License; MIT",
                "The MIT License; MIT",
                "MIT; MIT",
                "Eclipse Public License v2.0; EPL-2.0",
                "BSD-3-Clause; BSD-3-Clause"
            })
    void isAnIdentifierOfSpdx(String name, String expression) {
        assertThat(LicenseName.expression(List.of(name))).contains(expression);
    }

    @Test
    void isAChoiceOfSeveral() {
        assertThat(LicenseName.expression(List.of("EPL-2.0", "Apache License, Version 2.0")))
                .contains("EPL-2.0 OR Apache-2.0");
    }

    @Test
    void isNotGuessed() {
        assertThat(LicenseName.expression(List.of("Apache-2.0", "Acme's terms")))
                .isEmpty();
        assertThat(LicenseName.expression(List.of("Proprietary"))).isEmpty();
        assertThat(LicenseName.expression(List.of())).isEmpty();
    }
}
