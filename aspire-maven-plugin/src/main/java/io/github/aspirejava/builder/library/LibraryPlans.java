package io.github.aspirejava.builder.library;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings.Layering;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.concurrent.Interruptible;
import io.github.aspirejava.concurrent.Memo;
import io.github.aspirejava.concurrent.Subtasks;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plans the layers of all Java applications together that are pushed to one registry and have the same layout, once in
 * a session, so that a jar that several of them use is stored there once. All of them count, whichever are built: an
 * application that is built alone gets the same image as among all others.
 */
public final class LibraryPlans {
    private final AppModel model;
    private final JavaModules modules;
    private final LayerLimits limits;
    private final Memo<Sharing, Optional<LayerPlan>> plans = new Memo<>();

    /** The key of applications that can share layers. */
    private record Sharing(Optional<String> registry, ModuleOutput.Layout layout) {}

    /** Creates the plans of {@code model}; nothing is planned yet. */
    public LibraryPlans(AppModel model, JavaModules modules, LayerLimits limits) {
        this.model = model;
        this.modules = modules;
        this.limits = limits;
    }

    /**
     * Returns the location of the libraries of {@code app}. If those of another service cannot be found, {@code app} is
     * planned alone.
     *
     * @param module the module that it is built from
     * @param notice consumes, once, the message that services are planned alone
     */
    public LibraryPlan of(JavaApp app, JavaModule module, Consumer<String> notice)
            throws StepException, InterruptedException {
        if (model.settings().layering() == Layering.SERVICE) {
            return LibraryPlan.alone(module, limits);
        }
        Sharing sharing = new Sharing(registry(app), module.output().layout());
        try {
            return Interruptible.call(() -> plans.get(sharing, () -> planOrSayWhyNot(sharing, notice))
                    // Packaged in another way than its POM indicated, it is in no plan of this layout.
                    .filter(plan -> plan.services().contains(app.name()))
                    .map(plan -> LibraryPlan.of(plan, app.name()))
                    .orElseGet(() -> LibraryPlan.alone(module, limits)));
        } catch (IOException e) {
            throw new StepException("The layers cannot be planned: " + e.getMessage(), e);
        }
    }

    /** Returns the plans for several services that have been made so far. */
    public List<LayerPlan> made() {
        return plans.values().stream().flatMap(Optional::stream).toList();
    }

    /**
     * Makes the plans of all services now: one for each registry or, if services share nothing, for each service.
     *
     * @throws StepException if the dependencies of a service cannot be resolved
     */
    public List<LayerPlan> all() throws StepException, IOException, InterruptedException {
        List<LayerPlan> made = new ArrayList<>();
        for (List<JavaApp> sharers : together().values()) {
            if (model.settings().layering() == Layering.SERVICE) {
                for (JavaApp app : sharers) {
                    made.add(plan(List.of(app)));
                }
            } else {
                made.add(plan(sharers));
            }
        }
        return made;
    }

    private Optional<LayerPlan> planOrSayWhyNot(Sharing sharing, Consumer<String> notice) throws IOException {
        try {
            return Optional.of(plan(together().getOrDefault(sharing, List.of())));
        } catch (StepException e) {
            notice.accept(
                    "%s Until then, the layers of each service are planned separately, and its image has another digest than in a full build"
                            .formatted(e.getMessage()));
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the layers were planned");
        }
    }

    private Map<Sharing, List<JavaApp>> together() throws StepException {
        Map<Sharing, List<JavaApp>> together = new LinkedHashMap<>();
        for (JavaApp app : apps()) {
            Sharing sharing = new Sharing(registry(app), modules.layout(app));
            together.computeIfAbsent(sharing, s -> new ArrayList<>()).add(app);
        }
        return together;
    }

    private LayerPlan plan(List<JavaApp> sharers) throws StepException, IOException, InterruptedException {
        List<List<Library>> libraries = Subtasks.map(sharers, modules::libraries);
        Map<String, List<Library>> byService = new HashMap<>();
        for (int i = 0; i < sharers.size(); i++) {
            byService.put(sharers.get(i).name(), libraries.get(i));
        }
        try {
            return new LayerPlanner(limits).plan(byService);
        } catch (IllegalArgumentException e) {
            // Two modules may have their artifacts from repositories with different content.
            throw new StepException(
                    "Two files of one library differ: %s. Let both modules resolve it from the same repository."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private List<JavaApp> apps() {
        return model.services().stream()
                .filter(JavaApp.class::isInstance)
                .map(JavaApp.class::cast)
                .toList();
    }

    private Optional<String> registry(JavaApp app) {
        return model.registryOf(app).map(Registry::name);
    }
}
