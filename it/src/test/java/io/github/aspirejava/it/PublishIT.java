package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.fakes.azure.Bodies;
import io.github.aspirejava.fakes.azure.ResourceType;
import io.github.aspirejava.fakes.azure.Template;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample shop with both kinds of environments, published without a network, a login or a subscription. */
class PublishIT {
    private static Sample shop;
    private static BuildResult result;

    @BeforeAll
    static void publishOnce() {
        shop = Sample.copyOf("shop");
        shop.replace("pom.xml", "          <services>\n", """
                          <environments>
                            <azureContainerApps><name>apps</name><registry>acr</registry></azureContainerApps>
                            <azureAppService><name>sites</name><registry>shared</registry><location>West Europe</location></azureAppService>
                          </environments>
                          <services>
                """);
        shop.replace("pom.xml", "            <ociLayout>\n", """
                            <azureContainerRegistry>acr</azureContainerRegistry>
                            <azureContainerRegistry>
                              <name>shared</name>
                              <registryName>sharedacr</registryName>
                              <existing>true</existing>
                              <resourceGroup>rg-shared</resourceGroup>
                            </azureContainerRegistry>
                            <ociLayout>
                """);
        shop.replace(
                "pom.xml",
                "<name>api</name>\n              <registry>${shop.registry}</registry>",
                "<name>api</name><environment>apps</environment>");
        shop.replace(
                "pom.xml",
                "<name>worker</name>\n              <registry>${shop.registry}</registry>",
                "<name>worker</name><environment>sites</environment>");
        // The libraries for Azure are resolved once; from then on no network is needed.
        result = MavenBuild.of(shop).run("aspire:publish");
    }

    @Test
    @NeedsNode
    void everyFileIsBicep() {
        assertThat(result).succeeded().prints("main.bicep");

        assertThat(BicepParser.parse(shop.file("target/aspire/azure"))).containsExactly("10 files parsed");
    }

    @Test
    @NeedsNode
    void theParserSeesMistakes() {
        Sample broken = shop.write("broken/broken.bicep", "param name string = 'x\n");

        assertThat(BicepParser.parse(broken.file("broken")))
                .hasSizeGreaterThan(1)
                .first()
                .asString()
                .contains("broken.bicep:", "missing");
    }

    @Test
    void everyBodyIsOneThatAzureTakes() {
        assertThat(result).succeeded();
        List<JsonNode> resources = Template.resources(shop.json("target/aspire/azure/main.json"));

        assertThat(resources).hasSizeGreaterThan(10);
        for (JsonNode resource : resources) {
            ResourceType type = Template.type(resource);
            ObjectNode body = resource.deepCopy();
            body.remove(List.of("type", "apiVersion", "name", "scope", "dependsOn"));
            String name = resource.path("name").asText();
            // A name that the template computes is one of its kind.
            String known = type == ResourceType.ROLE_ASSIGNMENT ? "00000000-0000-0000-0000-000000000000" : "name1";
            assertThat(Bodies.findings(
                            type,
                            resource.path("apiVersion").asText(),
                            name.startsWith("[") ? known : name.substring(name.lastIndexOf('/') + 1),
                            body))
                    .as("%s", resource)
                    .isEmpty();
        }
    }
}
