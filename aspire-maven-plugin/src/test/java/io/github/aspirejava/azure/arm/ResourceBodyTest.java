package io.github.aspirejava.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceBodyTest {
    @Test
    void seesNoDifferenceInWhatIsNotDesired() {
        assertThat(differences("{'sku':{'name':'Basic'}}", "{'sku':{'name':'Basic','tier':'Basic'},'tags':{}}"))
                .isEmpty();
    }

    @Test
    void comparesNumbersByValueAndLocationsByName() {
        assertThat(differences(
                        "{'cpu':0.5,'n':1,'location':'West Europe'}", "{'cpu':0.50,'n':1.0,'location':'westeurope'}"))
                .isEmpty();
    }

    @Test
    void saysWhatIsAndWhatShouldBe() {
        assertThat(differences(
                        "{'sku':{'name':'Premium'},'a':[{'b':1},{'b':2}],'new':true}",
                        "{'sku':{'name':'Basic'},'a':[{'b':1},{'b':3}]}"))
                .containsExactly("sku.name: \"Basic\" -> \"Premium\"", "a[1].b: 3 -> 2", "new: (none) -> true");
        assertThat(differences("{'a':[1,2]}", "{'a':[1]}")).containsExactly("a: [1] -> [1,2]");
    }

    @Test
    void looksAwayFromWhatTheServiceNeverShows() {
        assertThat(ResourceBody.differences(
                        json("{'properties':{'sharedKey':'x','n':1}}"),
                        json("{'properties':{'n':1}}"),
                        Set.of("properties.sharedKey")))
                .isEmpty();
    }

    @Test
    void laysWhatIsDesiredOverWhatIsThere() {
        assertThat(ResourceBody.over(
                        json("{'tags':{'team':'blue','app':'x'},'a':[1]}"), json("{'tags':{'app':'y'},'a':[2]}")))
                .isEqualTo(json("{'tags':{'team':'blue','app':'y'},'a':[2]}"));
    }

    @Test
    void leavesOutPaths() {
        assertThat(ResourceBody.without(json("{'a':{'b':1,'c':2},'d':3}"), Set.of("a.b", "d", "x.y")))
                .isEqualTo(json("{'a':{'c':2}}"));
    }

    private static List<String> differences(String desired, String live) {
        return ResourceBody.differences(json(desired), json(live), Set.of()).stream()
                .map(Difference::toString)
                .toList();
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
