package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans an executable file, which runs without a Java virtual machine. */
final class NativePlanner implements ApplicationPlanner {
    private final JavaImageRequest request;
    private final Path executable;

    NativePlanner(JavaImageRequest request, Path executable) {
        this.request = request;
        this.executable = executable;
    }

    @Override
    public ApplicationPlan plan(List<Base> bases) throws ImageBuildException {
        if (request.run().mainClass().isPresent()) {
            throw new ImageBuildException(
                    "Module '%s' is packaged as an executable file, and <mainClass> has no effect on that. Remove it"
                            .formatted(request.module().name()));
        }
        String target = ROOT + "/application";
        PlannedLayer layer = new PlannedLayer("application", List.of(PlannedFile.executable(executable, target)));
        return new ApplicationPlan(
                List.of(), List.of(layer), Optional.of(new ApplicationPlan.Command(target, List.of())), Map.of());
    }
}
