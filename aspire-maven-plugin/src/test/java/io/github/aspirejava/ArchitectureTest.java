package io.github.aspirejava;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.github.aspirejava", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ARROWS_POINT_FROM_MAVEN_TO_THE_PROTOCOL = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("goals")
            .definedBy("io.github.aspirejava.maven")
            .layer("join")
            .definedBy("io.github.aspirejava.maven.join..")
            .layer("session")
            .definedBy("io.github.aspirejava.maven.session..")
            .layer("modules")
            .definedBy("io.github.aspirejava.maven.modules..")
            .layer("settings")
            .definedBy("io.github.aspirejava.maven.settings..")
            .layer("report")
            .definedBy("io.github.aspirejava.maven.report..")
            .layer("pom")
            .definedBy("io.github.aspirejava.maven.pom..")
            .layer("console")
            .definedBy("io.github.aspirejava.maven.console..")
            .layer("rooms")
            .definedBy("io.github.aspirejava.maven.rooms..")
            .layer("build")
            .definedBy("io.github.aspirejava.build..")
            .layer("cache")
            .definedBy("io.github.aspirejava.cache..")
            .layer("push")
            .definedBy("io.github.aspirejava.push..")
            .layer("room")
            .definedBy("io.github.aspirejava.room..")
            .layer("engine")
            .definedBy("io.github.aspirejava.engine..")
            .layer("azure")
            .definedBy("io.github.aspirejava.azure..")
            .layer("oci")
            .definedBy("io.github.aspirejava.oci..")
            .withOptionalLayers(true)
            .whereLayer("goals")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("join")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("goals", "join")
            .whereLayer("modules")
            .mayOnlyBeAccessedByLayers("session", "goals")
            .whereLayer("settings")
            .mayOnlyBeAccessedByLayers("session")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("session", "join")
            .whereLayer("pom")
            .mayOnlyBeAccessedByLayers("session")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("goals")
            .whereLayer("build")
            .mayOnlyBeAccessedByLayers("session", "modules", "report")
            .whereLayer("cache")
            .mayOnlyBeAccessedByLayers("session", "build", "engine")
            .whereLayer("push")
            .mayOnlyBeAccessedByLayers("session", "report")
            .whereLayer("rooms")
            .mayOnlyBeAccessedByLayers("session")
            .whereLayer("room")
            .mayOnlyBeAccessedByLayers("session", "rooms", "engine", "azure")
            .whereLayer("engine")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("azure")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("oci")
            .mayOnlyBeAccessedByLayers(
                    "session", "settings", "report", "build", "cache", "push", "room", "engine", "azure");

    @ArchTest
    static final ArchRule ONLY_THE_MAVEN_ROOM_KNOWS_MAVEN = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.aspirejava.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..", "javax.inject..");

    @ArchTest
    static final ArchRule ONLY_THE_BUILD_ROOM_KNOWS_JIB = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.aspirejava.build..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.cloud.tools.jib..", "com.google.common..");

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
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "kotlin..");

    @ArchTest
    static final ArchRule THE_PROTOCOLS_ROOMS_DO_NOT_DEPEND_ON_EACH_OTHER_IN_A_CIRCLE =
            slices().matching("io.github.aspirejava.oci.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_PRINTS_PAST_MAVEN = noClasses().should().accessField(System.class, "out");

    @ArchTest
    static final ArchRule NO_ROOMS_DEPEND_ON_EACH_OTHER_IN_A_CIRCLE =
            slices().matching("io.github.aspirejava.(*)..").should().beFreeOfCycles();
}
