package io.github.aspirejava.azure.publish;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.settings.OptionsReader;
import io.github.aspirejava.azure.settings.Remembered;
import io.github.aspirejava.azure.state.StateFile;
import io.github.aspirejava.run.StepException;
import java.util.Optional;

/**
 * The Azure options that are known without a request to Azure. A template can leave the subscription and the region to
 * its deployment.
 */
record OfflineOptions(AzureOptions options) {
    /** A placeholder id for an unknown subscription: any subscription that is set or remembered overrides it. */
    private static final String NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

    private static final String NO_LOCATION = "unknown";

    /**
     * Reads the options.
     *
     * @throws StepException if a setting is invalid; the message names all of them
     */
    static OfflineOptions read(AddOnContext request) throws StepException {
        Remembered known = new StateFile(request.baseDirectory(), OptionsReader.environment(request)).remembered();
        Remembered assumed = new Remembered(
                known.subscription().or(() -> Optional.of(NO_SUBSCRIPTION)),
                known.resourceGroup(),
                known.location().or(() -> Optional.of(NO_LOCATION)));
        return new OfflineOptions(OptionsReader.read(request, assumed));
    }

    boolean knowsSubscription() {
        return !options.subscription().equals(NO_SUBSCRIPTION);
    }

    boolean knowsLocation() {
        return !options.location().equals(NO_LOCATION);
    }
}
