package io.github.aspirejava.azure.settings;

import com.azure.core.management.AzureEnvironment;
import java.util.Arrays;
import java.util.Optional;

/** One of Microsoft's clouds. */
enum Cloud {
    PUBLIC("public", AzureEnvironment.AZURE),
    US_GOVERNMENT("us-government", AzureEnvironment.AZURE_US_GOVERNMENT),
    CHINA("china", AzureEnvironment.AZURE_CHINA);

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // it only has getters
    private final AzureEnvironment endpoints;

    Cloud(String text, AzureEnvironment endpoints) {
        this.text = text;
        this.endpoints = endpoints;
    }

    /** Returns its name in a POM. */
    String text() {
        return text;
    }

    AzureEnvironment endpoints() {
        return endpoints;
    }

    static Optional<Cloud> of(String text) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.text.equalsIgnoreCase(text))
                .findFirst();
    }
}
