package io.github.aspirejava.builder.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.AppSettings.Layering;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TlsSettings;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.builder.module.ModuleOutput.Layout;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LibraryPlansTest {
    private static final long BIG = 2_000_000;

    private final Map<String, JavaApp> apps = new TreeMap<>();
    private final Map<String, List<Library>> libraries = new HashMap<>();
    private final List<String> quarkus = new ArrayList<>();
    private final List<String> resolved = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /** The modules of a build in which no module is packaged. */
    private final class Modules implements JavaModules {
        @Override
        public List<Library> libraries(JavaApp app) throws StepException {
            resolved.add(app.name());
            List<Library> found = libraries.get(app.name());
            if (found == null) {
                throw new StepException(
                        "pom.xml:1: The dependencies of module '%s' cannot be resolved.".formatted(app.name()));
            }
            return found;
        }

        @Override
        public Layout layout(JavaApp app) {
            return quarkus.contains(app.name()) ? Layout.QUARKUS : Layout.CLASS_PATH;
        }

        @Override
        public JavaModule find(JavaApp app) throws StepException {
            Path directory = Path.of(app.name());
            return new JavaModule(
                    app.name(),
                    quarkus.contains(app.name())
                            ? new ModuleOutput.QuarkusApp(directory)
                            : new ModuleOutput.Jar(directory),
                    libraries.getOrDefault(app.name(), List.of()).stream()
                            .map(library -> new ClasspathJar(library, directory.resolve(library.id())))
                            .toList());
        }
    }

    private void service(String name, String registry, Library... used) {
        broken(name, registry);
        libraries.put(name, List.of(used));
    }

    private void broken(String name, String registry) {
        apps.put(
                name,
                JavaApp.of(
                                name,
                                Origin.NONE,
                                new JavaSource.Module(new Reference(name, Origin.NONE)),
                                new ImageSettings(
                                        Optional.empty(),
                                        List.of(Text.literal("1")),
                                        List.of(Platform.LINUX_AMD64),
                                        Optional.of(new Reference(registry, Origin.NONE))))
                        .baseImage(Optional.of(Text.literal("scratch")))
                        .build());
    }

    private static Library library(String name) {
        return new Library("g:" + name + ":1", Library.Kind.RELEASE, BIG);
    }

    private LibraryPlans plans(Layering layering) throws Exception {
        List<Registry> registries = List.of(registry("one"), registry("two"));
        AppSettings byDefault = AppSettings.DEFAULT;
        AppSettings settings = new AppSettings(
                byDefault.release(),
                layering,
                byDefault.registries(),
                byDefault.azure(),
                byDefault.parallelism(),
                byDefault.failFast());
        List<Service> services = List.copyOf(apps.values());
        AppModel model = AppModel.of(List.of(), registries, List.of(), services, settings, new Problems());
        return new LibraryPlans(model, new Modules(), LayerLimits.DEFAULT);
    }

    private static Registry registry(String name) {
        return new ContainerRegistry(
                name,
                Origin.NONE,
                Text.literal(name + ".example"),
                Optional.empty(),
                Optional.empty(),
                TlsSettings.DEFAULT,
                false);
    }

    private LibraryPlan plan(LibraryPlans plans, String service) throws Exception {
        JavaApp app = Objects.requireNonNull(apps.get(service));
        return plans.of(app, new Modules().find(app), notices::add);
    }

    private static List<List<String>> sharers(LibraryPlan plan) {
        return plan.layers().stream().map(LibraryLayer::services).toList();
    }

    @Test
    void planTheServicesOfARegistryTogetherAndOnce() throws Exception {
        service("a", "one", library("all"), library("ab"));
        service("b", "one", library("ab"), library("all"));
        service("c", "one", library("all"));
        service("d", "two", library("all"));
        LibraryPlans plans = plans(Layering.SHARED);

        assertThat(sharers(plan(plans, "a"))).containsExactly(List.of("a", "b", "c"), List.of("a", "b"));
        assertThat(sharers(plan(plans, "c"))).containsExactly(List.of("a", "b", "c"));
        assertThat(sharers(plan(plans, "d"))).containsExactly(List.of("d"));
        assertThat(resolved).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(plans.made()).hasSize(2).isEqualTo(plans.made());
        assertThat(plans.all()).containsExactlyInAnyOrderElementsOf(plans.made());
        assertThat(notices).isEmpty();
    }

    @Test
    void giveAServiceItsLayersWhicheverIsAskedForFirst() throws Exception {
        service("a", "one", library("all"), library("own"));
        service("b", "one", library("all"));

        LibraryPlans together = plans(Layering.SHARED);
        plan(together, "b");

        assertThat(plan(together, "a").layers())
                .isEqualTo(plan(plans(Layering.SHARED), "a").layers());
    }

    @Test
    void shareNothingBetweenLayoutsBecauseAFileIsAtOtherPlacesThere() throws Exception {
        service("plain", "one", library("all"));
        service("q1", "one", library("all"));
        service("q2", "one", library("all"));
        quarkus.addAll(List.of("q1", "q2"));
        LibraryPlans plans = plans(Layering.SHARED);

        assertThat(sharers(plan(plans, "plain"))).containsExactly(List.of("plain"));
        assertThat(sharers(plan(plans, "q1"))).containsExactly(List.of("q1", "q2"));
        assertThat(plans.all()).extracting(LayerPlan::services).containsExactly(List.of("plain"), List.of("q1", "q2"));
    }

    @Test
    void planEachServiceAloneIfTheModelSaysSo() throws Exception {
        service("a", "one", library("all"));
        service("b", "one", library("all"));
        LibraryPlans plans = plans(Layering.SERVICE);

        assertThat(sharers(plan(plans, "a"))).containsExactly(List.of("a"));
        assertThat(resolved).as("the others are not asked for").isEmpty();
        assertThat(plans.made()).isEmpty();
        assertThat(plans.all()).extracting(LayerPlan::services).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void planServicesAloneIfOneOfTheirRegistryCannotBeResolvedAndSaySoOnce() throws Exception {
        service("a", "one", library("all"));
        service("b", "one", library("all"));
        broken("c", "one");
        service("d", "two", library("all"));
        service("e", "two", library("all"));
        LibraryPlans plans = plans(Layering.SHARED);

        assertThat(sharers(plan(plans, "a"))).containsExactly(List.of("a"));
        assertThat(sharers(plan(plans, "b"))).containsExactly(List.of("b"));
        assertThat(sharers(plan(plans, "d"))).containsExactly(List.of("d", "e"));
        assertThat(notices)
                .singleElement()
                .asString()
                .contains("pom.xml:1: The dependencies of module 'c' cannot be resolved.")
                .contains("planned separately", "another digest");
        assertThatThrownBy(plans::all).isInstanceOf(StepException.class);
    }

    @Test
    void sayWhichLibraryIsNotTheSameForTwoServices() throws Exception {
        service("a", "one", library("all"));
        service("b", "one", new Library(library("all").id(), Library.Kind.RELEASE, 1));
        LibraryPlans plans = plans(Layering.SHARED);

        assertThat(sharers(plan(plans, "a"))).containsExactly(List.of("a"));
        assertThat(notices).singleElement().asString().contains("g:all:1", "the same repository");
    }
}
