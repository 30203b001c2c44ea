package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AzureAppService;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.app.Environment;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code <environments>}. */
final class EnvironmentReader {
    private EnvironmentReader() {}

    static List<Environment> read(ElementReader configuration) {
        List<Environment> environments = new ArrayList<>();
        configuration.child("environments").ifPresent(list -> {
            ElementReader reader = configuration.reading(list);
            reader.children("azureContainerApps").forEach(e -> environments.add(containerApps(reader.reading(e))));
            reader.children("azureAppService").forEach(e -> environments.add(appService(reader.reading(e))));
            reader.finish();
        });
        environments.sort((left, right) -> left.origin().compareTo(right.origin()));
        return environments;
    }

    private static Environment containerApps(ElementReader reader) {
        Environment environment = new AzureContainerApps(
                reader.name(),
                reader.origin(),
                reader.reference("registry"),
                reader.text("location"),
                reader.text("resourceGroup"),
                reader.flag("existing", false),
                reader.flag("dashboard", true));
        reader.finish();
        return environment;
    }

    private static Environment appService(ElementReader reader) {
        Environment environment = new AzureAppService(
                reader.name(),
                reader.origin(),
                reader.reference("registry"),
                reader.text("location"),
                reader.text("resourceGroup"),
                reader.flag("existing", false),
                reader.flag("dashboard", true));
        reader.finish();
        return environment;
    }
}
