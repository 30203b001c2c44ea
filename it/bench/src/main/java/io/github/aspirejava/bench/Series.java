package io.github.aspirejava.bench;

import io.github.aspirejava.bench.Contender.Trait;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** All measurements, in a different order in each round. */
final class Series {
    private static final int TRIES = 4;
    /** The share of the time that other processes may use; a little more is not worth a repetition. */
    private static final double FOREIGN_SHARE = 0.12;

    private static final double FOREIGN_SECONDS = 0.12;
    private static final AccessLog NO_LOG = AccessLog.parse(List.of());

    private final Options options;
    private final TargetRegistry registry;
    private final Processes processes;
    private final Load load;
    private final Path csv;
    private final List<Measurement> measurements = new ArrayList<>();

    Series(Options options, TargetRegistry registry, Processes processes, Load load, Path csv) {
        this.options = options;
        this.registry = registry;
        this.processes = processes;
        this.load = load;
        this.csv = csv;
    }

    private record Turn(Contender contender, int images) {}

    /** Runs all measurements; each is written to the CSV at once. */
    List<Measurement> run(List<Contender> contenders) throws IOException, InterruptedException {
        Random random = new Random();
        Files.writeString(csv, Measurement.CSV_HEADER + '\n');
        for (int round = 0; round < options.runs(); round++) {
            List<Turn> turns = new ArrayList<>();
            for (Contender contender : contenders) {
                for (int images : options.images()) {
                    if (options.hasTurn(contender, images, 0, round)) {
                        turns.add(new Turn(contender, images));
                    }
                }
            }
            Collections.shuffle(turns, random);
            for (Turn turn : turns) {
                take(turn, round);
            }
        }
        return List.copyOf(measurements);
    }

    /** Lets every contender push once, untimed, so that downloads and cached layers exist. */
    void warmUp(List<Contender> contenders) throws IOException, InterruptedException {
        for (Contender contender : contenders) {
            int images = options.images()
                    .get(contender.is(Trait.PREPARED) ? options.images().size() - 1 : 0);
            registry.startEmpty(0);
            try {
                processes.run(contender.push().apply(images, State.COLD));
            } catch (BenchException e) {
                System.err.printf("%s fails: %s%n", contender.id(), e.getMessage());
            }
        }
    }

    private void take(Turn turn, int round) throws IOException, InterruptedException {
        List<Integer> far = options.far().stream()
                .filter(rtt -> options.hasTurn(turn.contender(), turn.images(), rtt, round))
                .toList();
        boolean pushed = measure(turn, State.COLD, 0, round);
        if (turn.contender().is(Trait.UNCHANGED) && pushed) {
            measure(turn, State.UNCHANGED, 0, round);
            if (turn.images() == options.farUnchangedImages()) {
                for (int rtt : far) {
                    measure(turn, State.UNCHANGED, rtt, round);
                }
            }
        }
        if (turn.images() == options.farImages()) {
            for (int rtt : far) {
                measure(turn, State.COLD, rtt, round);
            }
        }
    }

    /** Measures until the machine was quiet meanwhile, and returns whether the push succeeded. */
    private boolean measure(Turn turn, State state, int rtt, int round) throws IOException, InterruptedException {
        Setting setting = new Setting(turn.images(), state, rtt);
        List<Measurement> figures = List.of();
        for (int i = 0; i < TRIES && (figures.isEmpty() || figures.get(0).noisy()); i++) {
            figures = push(turn.contender(), setting, round);
            for (Measurement figure : figures) {
                System.err.printf(
                        "%d %-16s n=%-2d %-9s rtt=%-3d %7.3f s  foreign %.2f s%s%s%n",
                        round + 1,
                        figure.figure(),
                        setting.images(),
                        setting.state(),
                        setting.rttMillis(),
                        figure.seconds(),
                        figure.foreignSeconds(),
                        figure.noisy() ? " (noisy)" : "",
                        figure.whyFailed().map(why -> "\n" + why).orElse(""));
            }
        }
        measurements.addAll(figures);
        try (BufferedWriter out = Files.newBufferedWriter(csv, StandardOpenOption.APPEND)) {
            for (Measurement figure : figures) {
                out.write(figure.csv());
                out.newLine();
            }
        }
        return figures.get(0).succeeded();
    }

    private List<Measurement> push(Contender contender, Setting setting, int round)
            throws IOException, InterruptedException {
        if (setting.state() == State.COLD) {
            contender.forget().run();
            registry.startEmpty(setting.rttMillis());
        } else {
            registry.moveTo(setting.rttMillis());
        }
        registry.forgetRequests();
        List<Measurement> figures = new ArrayList<>();
        Load.Span span = load.begin();
        try {
            Finished push = processes.run(contender.push().apply(setting.images(), setting.state()));
            double foreign = span.foreignSeconds();
            boolean noisy = !options.anyLoad() && foreign > FOREIGN_SHARE * push.seconds() + FOREIGN_SECONDS;
            AccessLog log = registry.requests();
            checkArrival(setting.images());
            for (Figure figure : contender.figures()) {
                double seconds = figure.reading().seconds(push);
                figures.add(new Measurement(round, figure.id(), setting, seconds, log, foreign, noisy, null));
            }
        } catch (BenchException e) {
            figures.clear();
            String why = String.valueOf(e.getMessage());
            for (Figure figure : contender.figures()) {
                figures.add(new Measurement(round, figure.id(), setting, 0, NO_LOG, 0, false, why));
            }
        }
        return figures;
    }

    private void checkArrival(int images) throws IOException, InterruptedException {
        for (int i = 1; i <= images; i++) {
            if (registry.digest(Names.repository(i), Names.TAG).isEmpty()) {
                throw new BenchException(Names.repository(i) + " has not arrived, although the push ended well");
            }
        }
    }
}
