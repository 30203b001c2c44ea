package io.github.aspirejava.oci.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialChainTest {
    private static final RegistryHost HOST = RegistryHost.parse("ghcr.io");
    private static final String VARIABLES =
            "environment variables ASPIRE_REGISTRY_MY_HUB_USERNAME and ASPIRE_REGISTRY_MY_HUB_PASSWORD";
    private static final CredentialSource POM =
            new FixedCredentials("<credentials> in the POM", "my-hub", new Credentials("ann", new Secret("pw-of-ann")));

    @Test
    void takesTheFirstSourceThatHasSomething() {
        CredentialChain chain = new CredentialChain(List.of(environment(), POM));

        CredentialChain.Lookup found = chain.find(HOST, "my-hub");

        assertThat(found.credentials())
                .hasValueSatisfying(c -> assertThat(c.username()).isEqualTo("bob"));
        assertThat(found.answers()).containsExactly(VARIABLES + ": user 'bob'");
    }

    @Test
    void tellsWhatEachSourceSaid() {
        CredentialChain chain = new CredentialChain(List.of(new EnvironmentCredentials(Map.of()), POM));

        CredentialChain.Lookup found = chain.find(HOST, "my-hub");

        assertThat(found.credentials())
                .hasValueSatisfying(c -> assertThat(c.username()).isEqualTo("ann"));
        assertThat(found.answers()).containsExactly(VARIABLES + ": nothing", "<credentials> in the POM: user 'ann'");
        assertThat(found.toString()).doesNotContain("pw-of-ann");
    }

    @Test
    void findsNothingForARegistryThatNobodyKnows() {
        CredentialChain.Lookup found = new CredentialChain(List.of(environment(), POM)).find(HOST, "other");

        assertThat(found.credentials()).isEmpty();
        assertThat(found.answers()).hasSize(2).allMatch(answer -> answer.endsWith(": nothing"));
    }

    @Test
    void goesOnAfterASourceThatFailsAndSaysWhy() {
        CredentialSource half = new EnvironmentCredentials(Map.of("ASPIRE_REGISTRY_MY_HUB_USERNAME", "bob"));

        CredentialChain.Lookup found = new CredentialChain(List.of(half, POM)).find(HOST, "my-hub");

        assertThat(found.credentials()).isPresent();
        assertThat(found.answers().get(0))
                .isEqualTo(VARIABLES + ": only one of them is set. Set ASPIRE_REGISTRY_MY_HUB_PASSWORD too");
    }

    @Test
    void asksEachSourceOnceForEachRegistry() {
        List<String> asked = new ArrayList<>();
        CredentialSource slow = new CredentialSource() {
            @Override
            public String describe(RegistryHost host, String registryName) {
                return "slow";
            }

            @Override
            public Optional<Credentials> find(RegistryHost host, String registryName) {
                asked.add(registryName);
                return Optional.empty();
            }
        };
        CredentialChain chain = new CredentialChain(List.of(slow));

        assertThat(chain.find(HOST, "my-hub")).isEqualTo(chain.find(HOST, "my-hub"));
        chain.find(HOST, "other");

        assertThat(asked).containsExactly("my-hub", "other");
    }

    @Test
    void anEmptyVariableIsNotSet() {
        CredentialSource empty = new EnvironmentCredentials(
                Map.of("ASPIRE_REGISTRY_MY_HUB_USERNAME", "", "ASPIRE_REGISTRY_MY_HUB_PASSWORD", " "));

        CredentialChain.Lookup found = new CredentialChain(List.of(empty, POM)).find(HOST, "my-hub");

        assertThat(found.answers().get(0)).endsWith(": nothing");
        assertThat(found.credentials()).isPresent();
    }

    private static CredentialSource environment() {
        return new EnvironmentCredentials(Map.of(
                "ASPIRE_REGISTRY_MY_HUB_USERNAME", "bob",
                "ASPIRE_REGISTRY_MY_HUB_PASSWORD", "pw-of-bob"));
    }
}
