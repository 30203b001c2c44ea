package io.github.aspirejava.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AzureAppService;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.app.AzureEnvironment;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.settings.CloudEndpoints;
import io.github.aspirejava.azure.settings.CredentialKind;
import java.net.URI;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EnvironmentPlaceTest {
    private static final AzureOptions OPTIONS = options("shop");

    private static AzureOptions options(String application) {
        return AzureOptions.of(
                        "11111111-1111-1111-1111-111111111111",
                        "westeurope",
                        "rg-shop",
                        CredentialKind.AUTO,
                        new CloudEndpoints(
                                URI.create("https://a/"), URI.create("https://b/"), "scope", false, Optional.empty()))
                .application(application)
                .environment("production")
                .build();
    }

    private static AzureEnvironment containerApps(String name) {
        return new AzureContainerApps(
                name, Origin.NONE, Optional.empty(), Optional.empty(), Optional.empty(), false, true);
    }

    private static EnvironmentPlace place(String name) {
        return new EnvironmentPlace(OPTIONS, containerApps(name));
    }

    @Property(tries = 300)
    void everyNameIsOneThatAzureAllows(@ForAll("names") String name) {
        EnvironmentPlace place = place(name);

        // Each kind's rule, the strictest of them last.
        assertThat(place.identity().id().name()).matches("[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}");
        assertThat(place.logs().id().name()).matches("[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]");
        assertThat(place.dashboardSite().id().name()).matches("[A-Za-z0-9][A-Za-z0-9-]{0,58}[A-Za-z0-9]");
        assertThat(place.environmentItself(ContainerAppsResource.TYPE).id().name())
                .matches("[a-z](?:[a-z0-9]|-(?!-)){0,58}[a-z0-9]");
    }

    @Property(tries = 300)
    void noTwoSiblingsHaveTheSameName(@ForAll("names") String first, @ForAll("names") String second) {
        assertThat(name(first).equals(name(second))).isEqualTo(first.equalsIgnoreCase(second));
        assertThat(place(first).dashboardIdentity().id())
                .isNotEqualTo(place(second).identity().id());
        String cut = "a".repeat(60);
        assertThat(name(cut + "1")).isNotEqualTo(name(cut + "2"));
    }

    @Test
    void anotherApplicationMayUseTheSameNameInTheSameGroup() {
        assertThat(new EnvironmentPlace(options("other"), containerApps("apps"))
                        .logs()
                        .id())
                .isNotEqualTo(place("apps").logs().id());
    }

    @Test
    void whatIsThereAlreadyHasItsOwnNameAndNothingIsPutBesideIt() {
        EnvironmentPlace place = new EnvironmentPlace(
                OPTIONS,
                new AzureAppService(
                        "Plan",
                        Origin.NONE,
                        Optional.empty(),
                        Optional.of(Text.literal("North Europe")),
                        Optional.of(Text.literal("rg-theirs")),
                        true,
                        true));

        assertThat(place.environmentItself(PlanResource.TYPE).id().path())
                .isEqualTo(
                        "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-theirs/providers/Microsoft.Web/serverfarms/Plan");
        assertThat(place.identity().id().resourceGroup()).isEqualTo("rg-shop");
        assertThat(place.location()).isEqualTo("northeurope");
    }

    private static String name(String environment) {
        return place(environment).logs().id().name();
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> parts =
                Arbitraries.strings().withChars("abAB09").ofMinLength(1).ofMaxLength(20);
        return Arbitraries.oneOf(
                        parts.list().ofMinSize(1).ofMaxSize(6).map(list -> "a" + String.join("-", list)),
                        Arbitraries.of("a", "env", "Env", "env-dashboard", "env1", "env2", "A-1"))
                .map(name -> name.substring(0, Math.min(64, name.length())).replaceAll("-$", ""));
    }
}
