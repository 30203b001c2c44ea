package io.github.aspirejava.fakes.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyTableTest {
    private static final String NAME = "name5";
    private static final Map<ResourceType, String> NAMES =
            Map.of(ResourceType.ROLE_ASSIGNMENT, "7b8f1e6e-3d1c-4bb6-9e0c-0a6f0f5f2a11");

    private final PropertyTable table = PropertyTable.read();

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void knowsEachTypeAndAcceptsItsOwnExamples(ResourceType type) {
        assertThat(table.check(
                        type, NAMES.getOrDefault(type, NAME), table.rule(type).example(true)))
                .isEmpty();
        assertThat(table.check(
                        type, NAMES.getOrDefault(type, NAME), table.rule(type).example(false)))
                .isEmpty();
    }

    /** Returns each type with each published version; empty without the published types. */
    static Stream<Arguments> published() {
        return PublishedTypes.find().stream()
                .flatMap(published -> Stream.of(ResourceType.values())
                        .flatMap(type -> type.apiVersions().stream()
                                .filter(version -> published.has(type, version))
                                .map(version -> Arguments.of(type, version, published))));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("published")
    void allowsAndRequiresWhatThePublishedTypesDo(ResourceType type, String apiVersion, PublishedTypes published) {
        for (boolean whole : List.of(true, false)) {
            assertThat(published.check(
                            type,
                            apiVersion,
                            NAMES.getOrDefault(type, NAME),
                            table.rule(type).example(whole)))
                    .isEmpty();
        }
    }

    @Test
    void findsWhatIsMissingUnknownOrOfAnotherKind() {
        ObjectNode registry = table.rule(ResourceType.REGISTRY).example(false).deepCopy();
        registry.remove("location");
        registry.withObject("/sku").put("name", "Cheap");
        registry.withObject("/properties").put("adminUserEnabled", "no").put("adminUser", "root");

        assertThat(table.check(ResourceType.REGISTRY, "a-b-c", registry))
                .containsExactlyInAnyOrder(
                        "The name is not like [a-zA-Z0-9]{5,50}",
                        "$.location is missing",
                        "$.sku.name is no Basic|Standard|Premium",
                        "$.properties.adminUserEnabled is no boolean",
                        "$.properties.adminUser is not a property that this project sends");
    }

    @Test
    void thePublishedTypesFindWhatCanOnlyBeReadAndNamesThatAreTooShort() {
        assumeThat(PublishedTypes.find())
                .as("Azure's types, which CONTRIBUTING says where to have")
                .isPresent();
        ObjectNode registry = table.rule(ResourceType.REGISTRY).example(false).deepCopy();
        registry.withObject("/properties").put("loginServer", "acme.azurecr.io");
        JsonNode body = registry;

        List<String> findings =
                PublishedTypes.find().orElseThrow().check(ResourceType.REGISTRY, "2025-11-01", "acr", body);

        assertThat(findings)
                .containsExactlyInAnyOrder("$.name is too short", "$.properties.loginServer can only be read");
    }
}
