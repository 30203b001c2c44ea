package io.github.aspirejava.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.azure.arm.ArmId;
import org.junit.jupiter.api.Test;

class UniqueNameTest {
    private static final ArmId GROUP = ArmId.group("11111111-2222-3333-4444-555555555555", "rg");

    @Test
    void isTheSameInEachRunAndWithoutRegardToCase() {
        assertThat(UniqueName.alphanumeric(GROUP, "shop", "acr", 50)).isEqualTo("acrfhlyhgic3ujrp");
        assertThat(UniqueName.alphanumeric(
                        ArmId.group("11111111-2222-3333-4444-555555555555", "RG"), "Shop", "acr", 50))
                .isEqualTo(UniqueName.alphanumeric(GROUP, "shop", "acr", 50));
    }

    @Test
    void tellsSiblingsApartWhateverIsLeftOutOfTheirNames() {
        String longName = "a".repeat(60);

        assertThat(UniqueName.alphanumeric(GROUP, "shop", "a-b", 50))
                .startsWith("ab")
                .isNotEqualTo(UniqueName.alphanumeric(GROUP, "shop", "ab", 50));
        assertThat(UniqueName.alphanumeric(GROUP, "shop", longName + "1", 50))
                .hasSize(50)
                .isNotEqualTo(UniqueName.alphanumeric(GROUP, "shop", longName + "2", 50));
        assertThat(UniqueName.hyphenated(GROUP, "shop", longName, 24)).hasSize(24);
    }

    @Test
    void isAnotherInEachSubscriptionGroupAndApplication() {
        assertThat(new String[] {
                    UniqueName.hash(GROUP, "shop", "acr"),
                    UniqueName.hash(ArmId.group("21111111-2222-3333-4444-555555555555", "rg"), "shop", "acr"),
                    UniqueName.hash(ArmId.group(GROUP.subscription(), "rg2"), "shop", "acr"),
                    UniqueName.hash(GROUP, "shop2", "acr"),
                    UniqueName.hash(ArmId.group(GROUP.subscription(), "rgshop"), "", "acr")
                })
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[a-z2-7]{13}"));
    }
}
