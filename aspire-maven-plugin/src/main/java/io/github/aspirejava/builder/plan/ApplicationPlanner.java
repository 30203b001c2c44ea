package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.module.ModuleOutput;
import java.io.IOException;
import java.util.List;

/**
 * Assigns each file of an application to a layer and a path. The layers of the libraries are planned elsewhere, for all
 * services together; the application's own files, which change most, are the last ones.
 */
public sealed interface ApplicationPlanner
        permits ClassPathPlanner, BootPlanner, WebPlanner, QuarkusPlanner, LegacyQuarkusPlanner, NativePlanner {
    /** The directory of the application in an image. */
    String ROOT = "/app";

    /** Returns the planner for the packaging of the module. */
    static ApplicationPlanner of(JavaImageRequest request) {
        ModuleOutput output = request.module().output();
        if (output instanceof ModuleOutput.QuarkusApp app) {
            return new QuarkusPlanner(request, app.directory());
        }
        if (output instanceof ModuleOutput.BootArchive boot) {
            return new BootPlanner(request, boot.file());
        }
        if (output instanceof ModuleOutput.WebArchive war) {
            return new WebPlanner(request, war.file());
        }
        if (output instanceof ModuleOutput.NativeExecutable executable) {
            return new NativePlanner(request, executable.file());
        }
        if (output instanceof ModuleOutput.QuarkusLegacyJar legacy) {
            return new LegacyQuarkusPlanner(request, legacy.file());
        }
        return output instanceof ModuleOutput.LibraryJar library
                ? new ClassPathPlanner(request, library.file(), true)
                : new ClassPathPlanner(request, ((ModuleOutput.Jar) output).file(), false);
    }

    /**
     * Returns the plan.
     *
     * @param bases the base image for each platform
     * @throws ImageBuildException if the module is not packaged, or its main class is ambiguous
     */
    ApplicationPlan plan(List<Base> bases) throws ImageBuildException, IOException;
}
