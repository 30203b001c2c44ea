package io.github.aspirejava.bench;

import io.github.aspirejava.bench.PeakMemory.Peak;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of a series. */
final class Report {
    private final Options options;
    private final List<Contender> contenders;
    private final Results results;

    Report(Options options, List<Contender> contenders, Results results) {
        this.options = options;
        this.contenders = contenders;
        this.results = results;
    }

    String markdown(String machine, Optional<SharedLayers> shared, List<Peak> peaks) {
        StringBuilder text = new StringBuilder();
        text.append(machine).append('\n');
        text.append("### Aims\n\n").append(Aims.table(results, shared, peaks)).append('\n');
        text.append("### To an empty registry, seconds\n\n")
                .append(near(State.COLD))
                .append('\n');
        text.append("### Nothing changed, seconds\n\n")
                .append(near(State.UNCHANGED))
                .append('\n');
        if (!options.far().isEmpty()) {
            text.append("### Far registries, seconds\n\n").append(far()).append('\n');
        }
        text.append("### What the registry was asked (last run)\n\n")
                .append(requests())
                .append('\n');
        if (!peaks.isEmpty()) {
            text.append("### Most memory resident under `-Xmx128m`\n\n")
                    .append(memory(peaks))
                    .append('\n');
        }
        return text.toString();
    }

    private Stream<Figure> figures() {
        return contenders.stream().flatMap(contender -> contender.figures().stream());
    }

    private Table near(State state) {
        List<Setting> settings = options.images().stream()
                .map(images -> new Setting(images, state, 0))
                .toList();
        return times(
                settings,
                settings.stream().map(setting -> "N = " + setting.images()).toList());
    }

    private Table far() {
        List<Setting> settings = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        Stream.concat(Stream.of(0), options.far().stream()).forEach(rtt -> {
            settings.add(new Setting(options.farImages(), State.COLD, rtt));
            heads.add("empty, N = %d, +%d ms".formatted(options.farImages(), rtt));
        });
        Stream.concat(Stream.of(0), options.far().stream()).forEach(rtt -> {
            settings.add(new Setting(options.farUnchangedImages(), State.UNCHANGED, rtt));
            heads.add("unchanged, N = %d, +%d ms".formatted(options.farUnchangedImages(), rtt));
        });
        return times(settings, heads);
    }

    private Table times(List<Setting> settings, List<String> heads) {
        Table table = new Table(Stream.concat(Stream.of(""), heads.stream()).toArray(String[]::new));
        figures()
                .filter(figure -> settings.stream()
                        .anyMatch(setting -> !results.of(figure.id(), setting).isEmpty()))
                .forEach(figure -> table.row(Stream.concat(
                                Stream.of(figure.title()),
                                settings.stream().map(setting -> results.cell(figure.id(), setting)))
                        .toList()));
        return table;
    }

    private Table requests() {
        Setting cold = new Setting(options.farImages(), State.COLD, 0);
        Setting unchanged = new Setting(options.farUnchangedImages(), State.UNCHANGED, 0);
        Table table = new Table(
                "",
                "empty, N = %d: requests".formatted(cold.images()),
                "uploads",
                "blobs",
                "mounts",
                "unchanged, N = %d: requests".formatted(unchanged.images()));
        for (Contender contender : contenders) {
            String figure = contender.figures().get(0).id();
            List<Measurement> pushes = results.of(figure, cold).stream()
                    .filter(Measurement::succeeded)
                    .toList();
            if (pushes.isEmpty()) {
                continue;
            }
            AccessLog log = pushes.get(pushes.size() - 1).log();
            table.row(
                    contender.id(),
                    Integer.toString(log.requests()),
                    Integer.toString(log.uploads().size()),
                    Integer.toString(log.distinctUploads()),
                    Integer.toString(log.mounts()),
                    results.of(figure, unchanged).stream()
                            .filter(Measurement::succeeded)
                            .map(push -> Integer.toString(push.log().requests()))
                            .reduce((first, last) -> last)
                            .orElse("–"));
        }
        return table;
    }

    private static Table memory(List<Peak> peaks) {
        Table table = new Table("own layer", "layer made and pushed", "layer pushed");
        peaks.forEach(peak -> table.row(
                peak.layerMegabytes() + " MB", peak.made() / 1_000_000 + " MB", peak.pushed() / 1_000_000 + " MB"));
        return table;
    }
}
