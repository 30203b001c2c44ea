package io.github.aspirejava.azure.publish;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.AzureEnvironment;
import io.github.aspirejava.app.AzureSettings;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.template.ArmPrinter;
import io.github.aspirejava.azure.template.BicepPrinter;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes templates of the provisioned resources: {@code main.bicep} with its modules, and all of it as
 * {@code main.json}.
 */
public final class PublishAction implements StepAction {
    private final AddOnContext request;

    /** Creates an action that writes below the build directory. */
    public PublishAction(AddOnContext request) {
        this.request = request;
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        refuseSecrets();
        Template template = Publication.of(request.model(), OfflineOptions.read(request));
        Path directory = request.outputDirectory().resolve("azure");
        try {
            removeModules(directory.resolve("modules"));
            for (Map.Entry<String, String> file : files(template).entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new StepException(
                    "The templates cannot be written to %s: %s".formatted(directory, e.getMessage()), e);
        }
        context.progress("%s and, for Azure Resource Manager, main.json: deploy one of them to a subscription"
                .formatted(directory.resolve("main.bicep")));
        return StepResult.NONE;
    }

    private static Map<String, String> files(Template main) {
        Map<String, String> files = new TreeMap<>();
        files.put("main.bicep", BicepPrinter.print(main));
        files.put("main.json", Json.writeIndented(ArmPrinter.print(main)) + "\n");
        main.modules().forEach(module -> files.put(module.file(), BicepPrinter.print(module.template())));
        return files;
    }

    /** Removes the modules of an earlier run, which may be more than the model has now. */
    private static void removeModules(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".bicep")).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Refuses secrets: a published template is public. */
    private void refuseSecrets() throws StepException {
        AppModel model = request.model();
        AzureSettings azure = model.settings().azure();
        Stream<Text> texts = Stream.of(
                        model.registries().stream()
                                .filter(AzureContainerRegistry.class::isInstance)
                                .flatMap(registry -> registry.texts().stream()),
                        model.azureEnvironments().stream()
                                .flatMap((AzureEnvironment environment) -> environment.texts().stream()),
                        Stream.of(azure.subscription(), azure.location(), azure.resourceGroup())
                                .flatMap(Optional::stream))
                .flatMap(found -> found);
        String secrets = texts.filter(Text::isSecret)
                .map(text -> "%s: '%s' is secret, and would be published. Use a parameter that is not secret."
                        .formatted(text.origin(), text))
                .collect(Collectors.joining("\n"));
        if (!secrets.isEmpty()) {
            throw new StepException(secrets);
        }
    }
}
