package io.github.aspirejava.maven.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageRequestTest {
    @ParameterizedTest
    @CsvSource({
        "-Xmx1g -agentlib:jdwp=transport=dt_socket;server=y -Dx=y, -Xmx1g -Dx=y",
        "-Xdebug -Xrunjdwp:transport=dt_socket, ''",
        "-javaagent:/opt/agent.jar=port:1 -XX:+UseSerialGC, -XX:+UseSerialGC",
        "-Dcom.sun.management.jmxremote.port=9010 -Xdebugger, -Xdebugger",
        "' -Xmx1g  -Xms1g ', -Xmx1g -Xms1g",
    })
    void keepsAgentsOutOfTheOtherJvm(String options, String kept) {
        assertThat(PackageRequest.withoutAgents(options)).isEqualTo(kept);
    }
}
