package io.github.aspirejava.app;

/**
 * Settings of the whole model.
 *
 * @param parallelism the number of steps that run concurrently, at least 1; steps that mostly wait for others do not
 *     count
 * @param failFast whether the first failure cancels everything else
 */
public record AppSettings(
        Release release,
        Layering layering,
        RegistrySettings registries,
        AzureSettings azure,
        int parallelism,
        boolean failFast) {
    /**
     * Defaults of a model without settings. Most steps wait for the network, so the parallelism does not depend on the
     * number of cores.
     */
    public static final AppSettings DEFAULT = new AppSettings(
            Release.INDEPENDENT, Layering.SHARED, RegistrySettings.DEFAULT, AzureSettings.NONE, 8, false);

    /** The time at which tags move. */
    public enum Release {
        /** The tags of each image move as soon as the image is uploaded. */
        INDEPENDENT,
        /** All tags move once all images are uploaded. */
        TOGETHER
    }

    /** The distribution of the jars of Java applications over layers. */
    public enum Layering {
        /**
         * Layers are computed over all services of the model, so that a jar which several services use is pushed once.
         */
        SHARED,
        /** Layers are computed for each service on its own. */
        SERVICE
    }
}
