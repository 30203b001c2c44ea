package io.github.aspirejava.app;

/**
 * What holds for the whole model.
 *
 * @param parallelism how many steps run at once, at least 1; those that mostly wait for others are not counted
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
     * Of a model that says nothing else. Most steps wait for a network, so this does not depend on the number of cores.
     */
    public static final AppSettings DEFAULT = new AppSettings(
            Release.INDEPENDENT, Layering.SHARED, RegistrySettings.DEFAULT, AzureSettings.NONE, 8, false);

    /** When tags move. */
    public enum Release {
        /** Each image's as soon as it is uploaded. */
        INDEPENDENT,
        /** All of them, when all images are uploaded. */
        TOGETHER
    }

    /** How the jars of Java applications are spread over layers. */
    public enum Layering {
        /** Over all services of the model, so that a jar which several use is pushed once. */
        SHARED,
        /** Over each service on its own. */
        SERVICE
    }
}
