package io.github.aspirejava.build;

import java.io.IOException;

/**
 * Decides which file of a module goes into which layer and where, below {@code /app} as jib does. The layers of the
 * libraries are planned by others, for all services together; the module's own files, which change most, are the last
 * ones.
 */
sealed interface ApplicationPlanner permits ClassPathPlanner, QuarkusPlanner {
    /** The directory of the application in an image. */
    String ROOT = "/app";

    /** The one for the layout of the module. */
    static ApplicationPlanner of(JavaImageRequest request) {
        ModuleOutput output = request.module().output();
        if (output instanceof ModuleOutput.QuarkusApp app) {
            return new QuarkusPlanner(request, app.directory());
        }
        return new ClassPathPlanner(request);
    }

    /**
     * The plan.
     *
     * @throws ImageBuildException if the module is not packaged, or what to run is not clear
     */
    ApplicationPlan plan() throws ImageBuildException, IOException;
}
