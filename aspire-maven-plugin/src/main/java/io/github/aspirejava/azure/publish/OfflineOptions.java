package io.github.aspirejava.azure.publish;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.settings.OptionsReader;
import io.github.aspirejava.azure.settings.Remembered;
import io.github.aspirejava.azure.state.StateFile;
import io.github.aspirejava.run.StepException;
import java.util.Optional;

/**
 * What is known of Azure without asking it. A template can be given the subscription and the region later: where it is
 * deployed to.
 */
record OfflineOptions(AzureOptions options) {
    /** The id of no subscription: everything else that is set or remembered beats it. */
    private static final String NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

    private static final String NO_LOCATION = "unknown";

    /** @throws StepException if something is not what it should be; the message names all of it */
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
