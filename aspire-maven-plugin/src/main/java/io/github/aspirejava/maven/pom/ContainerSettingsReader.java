package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.ContainerSettings;
import io.github.aspirejava.app.HealthCheck;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the elements that become the configuration of an image. */
final class ContainerSettingsReader {
    private static final int MOST_RETRIES = 1000;
    private static final int DEFAULT_RETRIES = 3;

    private final ElementReader service;
    private final Problems problems;

    ContainerSettingsReader(ElementReader service, Problems problems) {
        this.service = service;
        this.problems = problems;
    }

    ContainerSettings read() {
        return ContainerSettings.builder()
                .user(service.text("user"))
                .workingDirectory(service.text("workingDirectory"))
                .entrypoint(service.child("entrypoint").flatMap(this::entrypoint))
                .volumes(service.list("volumes", "volume", TextAsList.SEPARATED, service::text))
                .labels(service.mapWithEmpty("labels"))
                .annotations(service.map("annotations"))
                .stopSignal(service.text("stopSignal"))
                .healthcheck(service.child("healthcheck").map(check -> healthcheck(check, service.reading(check))))
                .created(service.text("created"))
                .build();
    }

    private Optional<ContainerSettings.Entrypoint> entrypoint(PomElement element) {
        if (element.value().equalsIgnoreCase(ContainerSettings.INHERITED)) {
            return Optional.of(new ContainerSettings.Entrypoint.Inherited());
        }
        List<Text> words = service.list("entrypoint", "argument", TextAsList.SINGLE, service::text);
        if (element.value().isEmpty() && !element.hasElements()) {
            problems.addEmpty(element.origin(), element.name());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new ContainerSettings.Entrypoint.Own(words));
    }

    private HealthCheck healthcheck(PomElement element, ElementReader reader) {
        if (!element.hasElements() && !element.value().isEmpty()) {
            return element.value().equalsIgnoreCase("none")
                    ? check(HealthCheck.Kind.NONE, List.of())
                    : check(
                            HealthCheck.Kind.SHELL,
                            List.of(reader.text(reader.childOrText("command").orElse(element))));
        }
        boolean exec = reader.child("command").filter(PomElement::hasElements).isPresent();
        HealthCheck check = new HealthCheck(
                exec ? HealthCheck.Kind.EXEC : HealthCheck.Kind.SHELL,
                exec
                        ? reader.list("command", "argument", reader::text)
                        : List.of(reader.required("command", "curl -f http://localhost:8080/health")),
                time(reader, "interval"),
                time(reader, "timeout"),
                time(reader, "startPeriod"),
                reader.child("retries")
                        .map(retries -> reader.leaves().number(retries, 1, MOST_RETRIES, DEFAULT_RETRIES)));
        reader.finish();
        return check;
    }

    private static HealthCheck check(HealthCheck.Kind kind, List<Text> command) {
        return new HealthCheck(kind, command, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Optional<Duration> time(ElementReader reader, String child) {
        Optional<PomElement> element = reader.child(child).filter(reader.leaves()::isText);
        Optional<Duration> time = element.flatMap(found -> DurationText.parse(found.value()));
        if (element.isPresent() && time.isEmpty()) {
            problems.add(
                    element.get().origin(),
                    "<%s> is '%s', which is not a duration"
                            .formatted(child, element.get().value()),
                    "Write a duration such as 30s or 1m30s");
        }
        return time;
    }
}
