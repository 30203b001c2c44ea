package io.github.aspirejava.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTablesTest {
    private static final Path PAGE = Path.of("src/site/markdown/model.md");
    private static final String UPDATE =
            "Update it with mvn -pl aspire-maven-plugin -am process-classes -Dreference.phase=process-classes";

    private final ReferenceTables tables = new ReferenceTables(ConfigurationElements.configuration());

    @Test
    void thePageHasTheTablesAsTheyAreGenerated() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page).as(UPDATE).isEqualTo(tables.in(page));
    }

    @Test
    void thePageHasATableForEachElementThatHasOthers() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(tables.names())
                .allSatisfy(name -> assertThat(page)
                        .contains("<!-- elements of %s -->".formatted(name))
                        .containsIgnoringCase("\n### %s\n".formatted(name)));
    }
}
