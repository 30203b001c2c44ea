package io.github.aspirejava.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PrintableFailureTest {
    @Test
    void theMessagesOfCausesAndSuppressedFailuresAreFiltered() {
        IOException failure = new IOException("a\u001B[2Jb", new IllegalStateException("##vso[x]y"));
        failure.addSuppressed(new IOException("http://u:p@host/"));

        assertThat(printed(failure))
                .contains(
                        "java.io.IOException: ab",
                        "Caused by: java.lang.IllegalStateException: # #vso[x]y",
                        "java.io.IOException: http://host/",
                        "PrintableFailureTest.java");
    }

    @Test
    void aFailureWithoutMessageIsItsType() {
        assertThat(PrintableFailure.of(new IOException()).toString()).isEqualTo("java.io.IOException");
    }

    @Test
    void circularCausesEnd() {
        IOException first = new IOException("first");
        first.initCause(new IOException("second", first));

        assertThat(printed(first)).containsOnlyOnce("first").containsOnlyOnce("second");
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        PrintableFailure.of(failure).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
