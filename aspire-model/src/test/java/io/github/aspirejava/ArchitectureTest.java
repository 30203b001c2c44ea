package io.github.aspirejava;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The packages depend on the JDK, and on those to the left of them: image, app, steps, run, view. Beside them are
 * concurrent and deploy, which only knows app, and below all is text; neither depends on any of them.
 */
@AnalyzeClasses(packages = "io.github.aspirejava", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_JDK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations", "io.github.aspirejava..");

    @ArchTest
    static final ArchRule PACKAGES_KNOW_THOSE_BEFORE_THEM = layeredArchitecture()
            .consideringAllDependencies()
            .layer("text")
            .definedBy("io.github.aspirejava.text")
            .layer("image")
            .definedBy("io.github.aspirejava.image")
            .layer("app")
            .definedBy("io.github.aspirejava.app")
            .layer("deploy")
            .definedBy("io.github.aspirejava.deploy")
            .layer("steps")
            .definedBy("io.github.aspirejava.steps")
            .layer("run")
            .definedBy("io.github.aspirejava.run")
            .layer("concurrent")
            .definedBy("io.github.aspirejava.concurrent")
            .layer("view")
            .definedBy("io.github.aspirejava.view")
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers("image", "app", "steps", "run", "view")
            .whereLayer("image")
            .mayOnlyBeAccessedByLayers("app", "steps", "run", "view")
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("steps", "run", "view", "deploy")
            .whereLayer("deploy")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("steps")
            .mayOnlyBeAccessedByLayers("run", "view")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("view")
            .whereLayer("concurrent")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("view")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.github.aspirejava.(*)..").should().beFreeOfCycles();
}
