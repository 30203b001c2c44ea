package io.github.aspirejava.azure.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplatePrinterTest {
    private static final String VERSION = "2025-01-01";

    private final Placeholders placeholders = new Placeholders();
    private final TemplateParameter location = TemplateParameter.required("location", "Where it's put");
    private final TemplateResource logs = TemplateResource.of(
            "logs",
            "Microsoft.OperationalInsights/workspaces",
            VERSION,
            Expression.text("logs-1"),
            body("{'location':'%s'}", location.value()));
    private final TemplateResource environment = TemplateResource.of(
            "environment",
            "Microsoft.App/managedEnvironments",
            VERSION,
            Expression.text("env-1"),
            body(
                    "{'properties':{'id':'%s','key':'%s','size':0.5,'web-sites':[1]}}",
                    logs.property("customerId"), new Expression.Key(logs, "primarySharedKey")));
    private final TemplateResource part = TemplateResource.of(
                    "part", "Microsoft.App/managedEnvironments/parts", VERSION, Expression.text("p"), body("{}"))
            .within(environment);
    private final Template template = new Template(
            false,
            List.of(location, TemplateParameter.secret("password", "")),
            List.of(logs, environment, part),
            List.of(),
            List.of(new Template.Output("ID", environment.id())));

    private Value.Structure body(String json, Expression... expressions) {
        Object[] texts = new Object[expressions.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = placeholders.of(expressions[i]);
        }
        return placeholders.resolve(
                Json.parse(json.replace('\'', '"').formatted(texts).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bicepRefersToResourcesByTheirSymbolsAndHoldsNoSecret() {
        assertThat(BicepPrinter.print(template)).isEqualTo("""
                        @description('Where it\\'s put')
                        param location string

                        @secure()
                        param password string

                        resource logs 'Microsoft.OperationalInsights/workspaces@2025-01-01' = {
                          name: 'logs-1'
                          location: location
                        }

                        resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
                          name: 'env-1'
                          properties: {
                            id: logs.properties.customerId
                            key: logs.listKeys().primarySharedKey
                            size: json('0.5')
                            'web-sites': [
                              1
                            ]
                          }
                        }

                        resource part 'Microsoft.App/managedEnvironments/parts@2025-01-01' = {
                          parent: environment
                          name: 'p'
                        }

                        output ID string = environment.id
                        """);
    }

    @Test
    void aTemplateOfJsonRefersToResourcesByTheirIdsAndWaitsForThem() {
        JsonNode document = ArmPrinter.print(template);

        String logsId = "resourceId('Microsoft.OperationalInsights/workspaces', 'logs-1')";
        assertThat(document.at("/parameters/password/type").asText()).isEqualTo("securestring");
        assertThat(document.at("/resources/0/location").asText()).isEqualTo("[parameters('location')]");
        JsonNode printed = document.at("/resources/1");
        assertThat(printed.at("/properties/id").asText())
                .isEqualTo("[reference(%s, '%s').customerId]".formatted(logsId, VERSION));
        assertThat(printed.at("/properties/key").asText())
                .isEqualTo("[listKeys(%s, '%s').primarySharedKey]".formatted(logsId, VERSION));
        assertThat(printed.at("/properties/size").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(printed.at("/dependsOn"))
                .singleElement()
                .isEqualTo(Json.parse("\"[%s]\"".formatted(logsId).getBytes(StandardCharsets.UTF_8)));
        assertThat(document.at("/resources/2/name").asText()).isEqualTo("env-1/p");
        assertThat(document.at("/resources/2/dependsOn/0").asText())
                .isEqualTo("[resourceId('Microsoft.App/managedEnvironments', 'env-1')]");
        assertThat(document.at("/outputs/ID/value").asText())
                .isEqualTo("[resourceId('Microsoft.App/managedEnvironments', 'env-1')]");
    }

    @Test
    void modulesAreFilesInBicepAndNestedDeploymentsInJson() {
        TemplateParameter name = TemplateParameter.required("name", "");
        TemplateResource registry =
                TemplateResource.existing("registry", "Microsoft.ContainerRegistry/registries", VERSION, name.value());
        TemplateResource role = TemplateResource.of(
                        "role",
                        "Microsoft.Authorization/roleAssignments",
                        VERSION,
                        Expression.call("guid", registry.id()),
                        body("{}"))
                .on(registry);
        Template roles = new Template(false, List.of(name), List.of(registry, role), List.of(), List.of());
        TemplateResource group = TemplateResource.of(
                "rg", "Microsoft.Resources/resourceGroups", VERSION, Expression.text("rg-1"), body("{'location':'x'}"));
        Template logsOnly = new Template(
                false,
                List.of(location),
                List.of(logs),
                List.of(),
                List.of(new Template.Output("customer", logs.property("customerId"))));
        TemplateModule first = new TemplateModule(
                "first",
                "modules/first.bicep",
                "first",
                new TemplateModule.Target.MadeGroup(group),
                Map.of("location", Expression.text("x")),
                List.of(),
                logsOnly);
        TemplateModule second = new TemplateModule(
                "second",
                "modules/second.bicep",
                "second",
                new TemplateModule.Target.Group(Optional.of(Expression.text("sub")), Expression.text("rg-2")),
                Map.of("name", first.output("customer")),
                List.of(),
                roles);
        Template main = new Template(true, List.of(), List.of(group), List.of(first, second), List.of());

        assertThat(BicepPrinter.print(main)).isEqualTo("""
                        targetScope = 'subscription'

                        resource rg 'Microsoft.Resources/resourceGroups@2025-01-01' = {
                          name: 'rg-1'
                          location: 'x'
                        }

                        module first 'modules/first.bicep' = {
                          scope: rg
                          name: 'first'
                          params: {
                            location: 'x'
                          }
                        }

                        module second 'modules/second.bicep' = {
                          scope: resourceGroup('sub', 'rg-2')
                          name: 'second'
                          params: {
                            name: first.outputs.customer
                          }
                        }
                        """);
        assertThat(BicepPrinter.print(roles))
                .contains(
                        "resource registry 'Microsoft.ContainerRegistry/registries@2025-01-01' existing = {\n  name: name\n}")
                .contains("= {\n  scope: registry\n  name: guid(registry.id)\n}");

        JsonNode document = ArmPrinter.print(main);
        JsonNode firstPrinted = document.at("/resources/1");
        JsonNode secondPrinted = document.at("/resources/2");
        String firstId =
                "extensionResourceId(format('/subscriptions/{0}/resourceGroups/{1}', subscription().subscriptionId,"
                        + " 'rg-1'), 'Microsoft.Resources/deployments', 'first')";
        assertThat(firstPrinted.path("resourceGroup").asText()).isEqualTo("rg-1");
        assertThat(firstPrinted.at("/dependsOn/0").asText())
                .isEqualTo("[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'rg-1')]");
        assertThat(secondPrinted.path("subscriptionId").asText()).isEqualTo("sub");
        assertThat(secondPrinted.at("/properties/parameters/name/value").asText())
                .isEqualTo("[reference(%s, '2025-04-01').outputs.customer.value]".formatted(firstId));
        assertThat(secondPrinted.at("/dependsOn/0").asText()).isEqualTo("[%s]".formatted(firstId));
        JsonNode printedRole = secondPrinted.at("/properties/template/resources");
        assertThat(printedRole).hasSize(1);
        assertThat(printedRole.at("/0/scope").asText())
                .isEqualTo("[resourceId('Microsoft.ContainerRegistry/registries', parameters('name'))]");
    }

    @Test
    void twoThingsWithTheSameSymbolAreRefused() {
        assertThatThrownBy(() -> new Template(
                        false, List.of(TemplateParameter.required("LOGS", "")), List.of(logs), List.of(), List.of()))
                .hasMessageContaining("logs");
    }

    @Test
    void aSymbolIsNoWordOfBicepAndNoTwoNamesShareOne() {
        assertThat(Symbols.of("my-env")).isEqualTo("my_env");
        assertThat(Symbols.of("location")).isEqualTo("location__");
        assertThat(Symbols.of("resourceGroup")).isEqualTo("resourceGroup__");
        assertThat(Symbols.of("a-b", "c")).isNotEqualTo(Symbols.of("a", "b-c"));
    }
}
