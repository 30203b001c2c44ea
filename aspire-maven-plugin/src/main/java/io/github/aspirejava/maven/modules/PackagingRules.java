package io.github.aspirejava.maven.modules;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problem;
import io.github.aspirejava.app.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/**
 * Checks, by the POMs of modules alone, for declarations of applications that are incompatible with their packaging.
 */
public final class PackagingRules {
    /** The packagings that cannot be run. */
    static final Set<String> NOT_RUN = Set.of("pom", "ear", "rar");

    private final BuildModules modules;
    private final List<Problem> problems = new ArrayList<>();

    private PackagingRules(BuildModules modules) {
        this.modules = modules;
    }

    /** Returns the problems of the Java applications of a model, whose modules need not be packaged. */
    public static List<Problem> check(AppModel model, BuildModules modules) {
        PackagingRules rules = new PackagingRules(modules);
        model.services().stream()
                .filter(JavaApp.class::isInstance)
                .map(JavaApp.class::cast)
                .forEach(rules::check);
        return List.copyOf(rules.problems);
    }

    private void check(JavaApp app) {
        if (app.source() instanceof JavaSource.Module source) {
            modules.find(source.module().name())
                    .ifPresent(project -> check(app, project, source.module().origin()));
        }
    }

    private void check(JavaApp app, MavenProject project, Origin origin) {
        String packaging = project.getPackaging();
        if (NOT_RUN.contains(packaging)) {
            problems.add(new Problem(
                    origin,
                    "Module '%s' has packaging %s, which cannot be run".formatted(project.getArtifactId(), packaging),
                    "Write another <module>"));
            return;
        }
        boolean isWar = packaging.equals("war") && !BootModule.isRepackaged(project);
        if (isWar) {
            app.mainClass().ifPresent(text -> noEffect(text, "mainClass", "is a war, which a servlet container runs"));
            app.arguments().stream()
                    .findFirst()
                    .ifPresent(text -> noEffect(text, "arguments", "is a war, which a servlet container runs"));
        } else {
            app.appRoot().ifPresent(text -> noEffect(text, "appRoot", "is not deployed to a servlet container"));
        }
        if (QuarkusModule.of(project).filter(QuarkusModule::isFastJar).isPresent()) {
            app.mainClass()
                    .ifPresent(text -> problems.add(new Problem(
                            text.origin(),
                            "<mainClass> has no effect: Quarkus determines the main class when it packages",
                            "Remove it, and set the property quarkus.package.main-class")));
        }
    }

    private void noEffect(Text text, String element, String why) {
        problems.add(
                new Problem(text.origin(), "<%s> has no effect: the module %s".formatted(element, why), "Remove it"));
    }
}
