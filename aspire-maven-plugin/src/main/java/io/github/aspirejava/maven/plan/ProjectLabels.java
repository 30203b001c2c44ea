package io.github.aspirejava.maven.plan;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.builder.image.ImageLabels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Organization;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;

/**
 * The labels of images that the POM and the Git checkout of their modules define, <a
 * href="https://github.com/opencontainers/image-spec/blob/main/annotations.md">OCI's pre-defined annotations</a>. What
 * a project inherits from a parent of a repository, such as Spring Boot's, describes that parent, and is left out.
 */
public final class ProjectLabels implements ImageLabels {
    private static final String PREFIX = "org.opencontainers.image.";

    private final SessionPlan plan;

    /** Creates the labels of the services of a plan. */
    public ProjectLabels(SessionPlan plan) {
        this.plan = plan;
    }

    @Override
    public Map<String, String> of(String service) {
        Resource resource = plan.model().resource(service).orElseThrow();
        if (resource instanceof JavaApp app && app.source() instanceof JavaSource.Artifact artifact) {
            return Map.of(
                    PREFIX + "title", artifact.coordinates().artifact(),
                    PREFIX + "version", artifact.coordinates().version());
        }
        MavenProject project =
                plan.moduleOf(service).orElseGet(() -> plan.modules().root());
        return labels(project, resource instanceof JavaApp ? project.getName() : service);
    }

    /** Returns the labels of an image that is built from a project. */
    static Map<String, String> labels(MavenProject project, String title) {
        Map<String, String> labels = new LinkedHashMap<>();
        Optional<Checkout> checkout =
                Optional.ofNullable(project.getBasedir()).flatMap(directory -> Checkout.of(directory.toPath()));
        labels.put("title", title);
        labels.put("version", project.getVersion());
        checkout.flatMap(Checkout::revision).ifPresent(commit -> labels.put("revision", commit));
        own(project, model -> text(model.getScm(), Scm::getUrl))
                .or(() -> checkout.flatMap(Checkout::origin))
                .flatMap(SourceUrl::of)
                .ifPresent(url -> labels.put("source", url));
        own(project, model -> text(model, Model::getUrl))
                .flatMap(SourceUrl::of)
                .ifPresent(url -> labels.put("url", url));
        own(project, model -> Optional.of(names(model)).filter(names -> !names.isEmpty()))
                .flatMap(LicenseName::expression)
                .ifPresent(licenses -> labels.put("licenses", licenses));
        own(project, model -> text(model.getOrganization(), Organization::getName))
                .ifPresent(vendor -> labels.put("vendor", vendor));
        Map<String, String> prefixed = new LinkedHashMap<>();
        labels.forEach((name, value) -> prefixed.put(PREFIX + name, value));
        return prefixed;
    }

    /** Returns the effective value of the nearest project on this machine that declares one. */
    private static <T> Optional<T> own(MavenProject project, Function<Model, Optional<T>> value) {
        return Stream.iterate(project, Objects::nonNull, MavenProject::getParent)
                .takeWhile(ProjectLabels::isHere)
                .filter(declaring -> value.apply(declaring.getOriginalModel()).isPresent())
                .findFirst()
                .flatMap(declaring -> value.apply(declaring.getModel()));
    }

    private static boolean isHere(MavenProject project) {
        return project.getFile() != null && !project.getFile().getName().endsWith(".pom");
    }

    private static List<String> names(Model model) {
        return model.getLicenses().stream()
                .map(License::getName)
                .filter(Objects::nonNull)
                .toList();
    }

    private static <O> Optional<String> text(O owner, Function<O, String> value) {
        return Optional.ofNullable(owner).map(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
