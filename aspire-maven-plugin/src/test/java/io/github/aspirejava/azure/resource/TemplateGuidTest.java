package io.github.aspirejava.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateGuidTest {
    /** Checks against {@code uuid5} of other languages, with the namespace that Microsoft documents. */
    @Test
    void isTheUuidOfTheArgumentsJoinedByHyphens() {
        assertThat(TemplateGuid.of("a", "b")).hasToString("2d796349-8c7e-55ec-9624-54ece82ed031");
        assertThat(TemplateGuid.of("a-b")).isEqualTo(TemplateGuid.of("a", "b"));
        assertThat(TemplateGuid.of("hello")).hasToString("520f8434-fe3a-5d99-888d-450a827486a1");
    }
}
