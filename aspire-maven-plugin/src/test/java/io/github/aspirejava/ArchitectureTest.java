package io.github.aspirejava;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.azure.arm.ArmHttp;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.text.ForeignText;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.Mojo;

/** The packages of the plugin, and the packages that each may depend on. */
@AnalyzeClasses(
        packages = "io.github.aspirejava",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutFakes.class})
class ArchitectureTest {
    private static final String ROOT = "io.github.aspirejava.";

    /** Each package with its permitted dependencies, from the protocols and the model up to Maven. */
    private static final Map<String, String> ROOMS = Map.ofEntries(
            entry("text", ""),
            entry("image", ""),
            entry("concurrent", ""),
            entry("process", "concurrent"),
            entry("app", "image"),
            entry("steps", "app"),
            entry("deploy", "app"),
            entry("run", "app, concurrent, steps"),
            entry("view", "run, steps"),
            entry("oci", "concurrent, image, process"),
            entry("dockerfile", ""),
            entry("cache", "concurrent, image, oci"),
            entry("result", "image, oci, run"),
            entry("registry", "app, concurrent, image, oci, result, run, steps"),
            entry("builder", "app, cache, concurrent, image, oci, process, registry, result, run, steps"),
            entry("push", "app, concurrent, image, oci, registry, result, run, steps"),
            entry("addon", "app, builder, deploy, oci, registry, run, steps"),
            entry(
                    "engine",
                    "addon, app, builder, cache, concurrent, deploy, dockerfile, image, oci, process, push, registry, result, run, steps"),
            entry("azure", "addon, app, concurrent, image, oci, registry, result, run, steps"),
            entry("maven.pom", "app, image"),
            entry("maven.settings", "app, image, oci"),
            entry("maven.reference", "app"),
            entry("maven.console", "run, steps"),
            entry("maven.addons", "addon, concurrent, run, steps"),
            entry("maven.modules", "app, builder, concurrent, dockerfile, run"),
            entry("maven.report", "app, builder, image, oci, push, result, run, steps, view"),
            entry("maven.plan", "app, builder, maven.modules, maven.pom, maven.settings, run, steps"),
            entry("maven.checks", "app, maven.plan, oci, run, steps"),
            entry("maven.pipeline", "concurrent, maven.checks, maven.report, run, steps"),
            entry(
                    "maven.wiring",
                    "addon, app, builder, cache, concurrent, deploy, image, maven.addons, maven.checks, maven.modules, maven.pipeline, maven.plan, maven.pom, maven.report, maven.settings, oci, push, registry, run, steps"),
            entry("maven.session", "app, cache, maven.pipeline, maven.plan, maven.report, maven.wiring, run"),
            entry("maven.overlap", "maven.report, maven.session"));

    /** Leaves out the module of the fakes, which tests alone depend on. */
    static final class WithoutFakes implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/io/github/aspirejava/fakes/");
        }
    }

    @ArchTest
    static final ArchRule ROOMS_KNOW_ONLY_THOSE_BELOW_THEM = rooms();

    private static ArchRule rooms() {
        Architectures.LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS.keySet()) {
            rooms = rooms.layer(room).definedBy(ROOT + room + "..");
        }
        for (Map.Entry<String, String> room : ROOMS.entrySet()) {
            rooms = room.getValue().isEmpty()
                    ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room.getKey())
                            .mayOnlyAccessLayers(room.getValue().split(", ", -1));
        }
        // A credential is a secret of the model; the protocols depend on nothing else of the model.
        return rooms.ignoreDependency(resideInAPackage(ROOT + "oci.."), equivalentTo(Secret.class))
                // Foreign text is filtered wherever it comes from.
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(ROOT + "text"));
    }

    @ArchTest
    static final ArchRule NO_ROOM_KNOWS_THE_GOALS = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.aspirejava.maven")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.aspirejava.maven");

    @ArchTest
    static void everyPackageBelongsToARoom(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals("io.github.aspirejava.maven"))
                        .distinct())
                .allSatisfy(name -> assertThat(ROOMS.keySet())
                        .anySatisfy(room -> assertThat(name + '.').startsWith(ROOT + room + '.')));
    }

    @ArchTest
    static final ArchRule ONLY_THE_MAVEN_ROOM_KNOWS_MAVEN = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.aspirejava.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..", "javax.inject..");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_WHAT_ONLY_TESTS_OR_OTHER_LIBRARIES_NEED =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.google..");

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_ROOM_KNOWS_DOCKER_JAVA = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.aspirejava.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.dockerjava..");

    @ArchTest
    static final ArchRule ONLY_THE_AZURE_ROOM_KNOWS_AZURE = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.aspirejava.azure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.azure..", "reactor..", "com.microsoft..");

    @ArchTest
    static final ArchRule ONLY_THE_HTTP_ROOM_KNOWS_ITS_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.aspirejava.oci.http..")
            // The SDK of Azure sends its requests by the same client.
            .and()
            .areNotAssignableTo(ArmHttp.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "kotlin..");

    @ArchTest
    static final ArchRule THE_PARTS_OF_THE_PROTOCOL_HAVE_NO_CYCLES =
            slices().matching("io.github.aspirejava.oci.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_PARTS_OF_THE_BUILDER_HAVE_NO_CYCLES =
            slices().matching("io.github.aspirejava.builder.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_PARTS_OF_THE_ENGINE_HAVE_NO_CYCLES =
            slices().matching("io.github.aspirejava.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_PARTS_OF_AZURE_HAVE_NO_CYCLES =
            slices().matching("io.github.aspirejava.azure.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_PARTS_OF_MAVEN_HAVE_NO_CYCLES =
            slices().matching("io.github.aspirejava.maven.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_PRINTS_PAST_MAVEN = noClasses().should().accessField(System.class, "out");

    @ArchTest
    static final ArchRule MESSAGES_OF_EXCEPTIONS_ARE_FILTERED = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .should(new ArchCondition<>("filter their messages, or extend a class that does") {
                @Override
                public void check(JavaClass exception, ConditionEvents events) {
                    boolean filters = exception.getDirectDependenciesFromSelf().stream()
                            .map(Dependency::getTargetClass)
                            .anyMatch(used -> used.isEquivalentTo(ForeignText.class));
                    boolean inherits = exception
                            .getRawSuperclass()
                            .filter(parent -> parent.getPackageName().startsWith(ROOT))
                            .isPresent();
                    boolean quotesAFilteredOne = exception.getDirectDependenciesFromSelf().stream()
                            .map(Dependency::getTargetClass)
                            .anyMatch(used -> used.isEquivalentTo(Reason.class));
                    events.add(new SimpleConditionEvent(
                            exception, filters || inherits || quotesAFilteredOne, exception.getName()));
                }
            });

    @ArchTest
    static final ArchRule NO_PLAIN_EXCEPTION_HAS_A_MESSAGE = noClasses()
            .that()
            .areNotAssignableTo(IOException.class)
            .should()
            .callConstructor(IOException.class, String.class)
            .orShould()
            .callConstructor(IOException.class, String.class, Throwable.class);

    @ArchTest
    static final ArchRule ALL_GOALS_LOG_THROUGH_THE_FILTER = classes()
            .that()
            .areAssignableTo(Mojo.class)
            .and()
            // It is generated, and prints the plugin's own descriptor.
            .doNotHaveSimpleName("HelpMojo")
            .should()
            .beAssignableTo("io.github.aspirejava.maven.ModelMojo");

    @ArchTest
    static final ArchRule NOTHING_LOGS_PAST_THE_FILTER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.github.aspirejava.maven.ModelMojo")
            .should()
            .callMethod(AbstractMojo.class, "getLog")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.codehaus.plexus.logging..");

    @ArchTest
    static final ArchRule NO_USER_INFORMATION_OF_AN_ADDRESS_IS_DECODED = noClasses()
            .should()
            .callMethod(URI.class, "getAuthority")
            .orShould()
            .callMethod(URI.class, "getUserInfo");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching("io.github.aspirejava.(*)..").should().beFreeOfCycles();
}
