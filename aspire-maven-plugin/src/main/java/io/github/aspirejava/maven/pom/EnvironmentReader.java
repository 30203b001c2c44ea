package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AzureAppService;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code <environments>}. */
final class EnvironmentReader {
    private EnvironmentReader() {}

    static List<Environment> read(ElementReader configuration) {
        List<Environment> environments = new ArrayList<>();
        configuration.child("environments").ifPresent(list -> {
            ElementReader reader = configuration.reading(list);
            reader.children("azureContainerApps")
                    .forEach(e -> environments.add(environment(reader.reading(e), AzureContainerApps::new)));
            reader.children("azureAppService")
                    .forEach(e -> environments.add(environment(reader.reading(e), AzureAppService::new)));
            reader.children("dockerCompose").forEach(e -> environments.add(compose(reader.reading(e))));
            reader.finish();
        });
        environments.sort((left, right) -> left.origin().compareTo(right.origin()));
        return environments;
    }

    private static Environment environment(ElementReader reader, Kind kind) {
        boolean existing = reader.flag("existing", false);
        if (existing && reader.flag("dashboard", false)) {
            reader.warnOf("dashboard", "existing environments are not changed");
        }
        Environment environment = kind.make(
                reader.name(),
                reader.origin(),
                reader.reference("registry"),
                reader.text("location"),
                reader.text("resourceGroup"),
                existing,
                reader.flag("dashboard", true));
        reader.finish();
        return environment;
    }

    private static DockerCompose compose(ElementReader reader) {
        DockerCompose compose = new DockerCompose(
                reader.name(),
                reader.origin(),
                reader.reference("registry"),
                reader.text("project"),
                reader.text("directory"),
                reader.text("network").orElseGet(() -> Text.literal(DockerCompose.DEFAULT_NETWORK, reader.origin())),
                reader.text("hostAddress")
                        .orElseGet(() -> Text.literal(DockerCompose.DEFAULT_HOST_ADDRESS, reader.origin())));
        reader.finish();
        return compose;
    }

    /** A kind of environment in Azure; all kinds have the same elements. */
    @FunctionalInterface
    private interface Kind {
        Environment make(
                String name,
                Origin origin,
                Optional<Reference> registry,
                Optional<Text> location,
                Optional<Text> resourceGroup,
                boolean existing,
                boolean dashboard);
    }
}
