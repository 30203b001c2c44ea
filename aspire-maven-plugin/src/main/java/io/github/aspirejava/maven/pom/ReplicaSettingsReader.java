package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Mount;
import io.github.aspirejava.app.ProbeSettings;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.ReplicaSettings;
import io.github.aspirejava.app.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the settings of the containers that a service runs as. */
final class ReplicaSettingsReader {
    /** The elements that only a deployment reads. */
    static final List<String> ELEMENTS = List.of("waitFor", "probes", "resources", "mounts", "shutdown");

    /** The elements of services whose command is that of their image. */
    static final List<String> COMMAND = List.of("command", "arguments");

    private static final int MOST_PORT = 65_535;
    private static final int MOST_SHUTDOWN = 600;
    private static final Pattern MEMORY = Pattern.compile("(\\d{1,12})([kKmMgG]?)i?[bB]?");
    private static final Pattern CPUS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3})?");

    private final ElementReader service;
    private final Problems problems;

    ReplicaSettingsReader(ElementReader service, Problems problems) {
        this.service = service;
        this.problems = problems;
    }

    /** Reads the settings of a service whose image has the command of an application. */
    ReplicaSettings read() {
        return read(List.of(), List.of());
    }

    /** Reads the settings of a service whose command is that of its image, unless the model has another. */
    ReplicaSettings readWithCommand() {
        return read(
                service.list("command", "argument", TextAsList.SINGLE, service::text),
                service.list("arguments", "argument", TextAsList.SINGLE, service::text));
    }

    private ReplicaSettings read(List<Text> command, List<Text> arguments) {
        Optional<ElementReader> resources = service.child("resources").map(service::reading);
        ReplicaSettings settings = new ReplicaSettings(
                command,
                arguments,
                service.list("waitFor", "service", TextAsList.SEPARATED, this::reference).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                service.child("probes").map(this::probes).orElse(ProbeSettings.DEFAULT),
                resources.flatMap(reader -> reader.child("memory")).flatMap(this::memory),
                resources.flatMap(reader -> reader.child("cpu")).flatMap(this::cpus),
                service.list("mounts", "mount", element -> mount(service.reading(element))).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                service.child("shutdown")
                        .map(element -> Duration.ofSeconds(service.leaves().number(element, 1, MOST_SHUTDOWN, (int)
                                ReplicaSettings.DEFAULT_SHUTDOWN.toSeconds()))));
        resources.ifPresent(ElementReader::finish);
        return settings;
    }

    private Optional<Reference> reference(PomElement leaf) {
        return service.leaves().isText(leaf)
                ? Optional.of(new Reference(leaf.value(), leaf.origin()))
                : Optional.empty();
    }

    private ProbeSettings probes(PomElement element) {
        if (!element.hasElements() && element.value().equalsIgnoreCase("none")) {
            service.leaves().reportAttributes(element);
            return new ProbeSettings(false, Optional.empty(), ProbeSettings.DEFAULT_START_TIMEOUT);
        }
        ElementReader reader = service.reading(element);
        ProbeSettings settings = new ProbeSettings(
                true,
                reader.childOrText("readiness")
                        .filter(probe -> probe.name().equals("readiness")
                                || !probe.value().isEmpty())
                        .map(probe -> probe(reader.reading(probe))),
                reader.child("startTimeout").flatMap(this::time).orElse(ProbeSettings.DEFAULT_START_TIMEOUT));
        reader.finish();
        return settings;
    }

    private ProbeSettings.Probe probe(ElementReader reader) {
        Optional<Text> path = reader.childOrText("path")
                .filter(element ->
                        element.name().equals("path") || !element.value().isEmpty())
                .map(reader::text);
        path.filter(text -> text.value().filter(value -> !value.startsWith("/")).isPresent())
                .ifPresent(text -> problems.add(
                        text.origin(),
                        "The path of a probe is '%s', which does not begin with /".formatted(text),
                        "Write <readiness><path>/%s</path></readiness>".formatted(text)));
        ProbeSettings.Probe probe = new ProbeSettings.Probe(
                path,
                reader.child("port")
                        .map(port -> OptionalInt.of(reader.leaves().number(port, 1, MOST_PORT, 1)))
                        .orElse(OptionalInt.empty()),
                reader.origin());
        reader.finish();
        return probe;
    }

    private Optional<Duration> time(PomElement element) {
        Optional<Duration> time = Optional.of(element)
                .filter(service.leaves()::isText)
                .flatMap(found -> DurationText.parse(found.value()));
        if (time.isEmpty() && !element.value().isEmpty()) {
            problems.add(
                    element.origin(),
                    "<%s> is '%s', which is not a duration".formatted(element.name(), element.value()),
                    "Write a duration such as 30s or 1m30s");
        }
        return time;
    }

    private Optional<Long> memory(PomElement element) {
        Matcher matcher = MEMORY.matcher(element.value());
        if (service.leaves().isText(element) && matcher.matches()) {
            int shift = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                case "k" -> 10;
                case "m" -> 20;
                case "g" -> 30;
                default -> 0;
            };
            long bytes = Long.parseLong(matcher.group(1));
            if (bytes > 0 && bytes < Long.MAX_VALUE >> shift) {
                return Optional.of(bytes << shift);
            }
        }
        report(element, "an amount of memory", "512Mi or 2Gi");
        return Optional.empty();
    }

    private Optional<Integer> cpus(PomElement element) {
        if (service.leaves().isText(element) && CPUS.matcher(element.value()).matches()) {
            int thousandths = new BigDecimal(element.value()).movePointRight(3).intValue();
            if (thousandths > 0) {
                return Optional.of(thousandths);
            }
        }
        report(element, "a number of processors", "0.5 or 2");
        return Optional.empty();
    }

    private void report(PomElement element, String kind, String example) {
        if (!element.value().isEmpty()) {
            problems.add(
                    element.origin(),
                    "<%s> is '%s', which is not %s".formatted(element.name(), element.value(), kind),
                    "Write %s such as %s".formatted(kind, example));
        }
    }

    private Optional<Mount> mount(ElementReader reader) {
        Optional<PomElement> name = reader.child("name").filter(reader.leaves()::isText);
        Optional<Text> source = reader.text("source");
        Text path = reader.required("path", "/var/lib/postgresql/data");
        boolean readOnly = reader.flag("readOnly", false);
        reader.finish();
        if (name.isPresent() == source.isPresent()) {
            problems.add(
                    reader.origin(),
                    name.isPresent() ? "<mount> has a <name> and a <source>" : "<mount> has no <name> and no <source>",
                    "Write <name> for a volume, or <source> for a directory of this machine");
            return Optional.empty();
        }
        if (name.isPresent() && !name.get().value().matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}")) {
            problems.add(
                    name.get().origin(),
                    "'%s' is not a name for a volume".formatted(name.get().value()),
                    "Write letters, digits, and ., _ or - between them");
        }
        String target = path.value().orElse("");
        if (!target.isEmpty()
                && (!target.startsWith("/") || Stream.of(target.split("/", -1)).anyMatch(".."::equals))) {
            problems.add(
                    path.origin(),
                    "<path> is '%s', which is not an absolute path in a container".formatted(path),
                    "Write a path such as /data");
        }
        return Optional.of(
                new Mount(name.map(PomElement::value).orElse(""), source, target, readOnly, reader.origin()));
    }
}
