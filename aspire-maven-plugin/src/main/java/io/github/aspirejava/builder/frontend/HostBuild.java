package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.oci.credential.SearchPath;
import io.github.aspirejava.process.Program;
import io.github.aspirejava.process.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Builds front ends with the local Node, in place, as their developers do: references to files outside their own
 * directory resolve. One build at a time works in a directory. Dependencies are installed only if the lock file, or
 * another input of the installation, has changed.
 */
public final class HostBuild {
    /** The tolerance for file times: file systems count time in coarser steps than clocks. */
    private static final int TIME_STEP_SECONDS = 2;

    private final Map<String, String> environment;
    private final Path locks;
    private final boolean offline;
    private final Clock clock;

    /**
     * Creates the builder for one session.
     *
     * @param environment the environment variables of Maven
     * @param locks the directory of the lock files, which keep builds apart; created if it does not exist
     * @param offline whether package managers must not use the network
     * @param clock tells the output of this build from that of an earlier one
     */
    public HostBuild(Map<String, String> environment, Path locks, boolean offline, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.locks = locks;
        this.offline = offline;
        this.clock = clock;
    }

    /**
     * A use of a front end's files, before another build may change them.
     *
     * @param <R> the type of the result
     * @param <E> the type of an additional exception
     */
    @FunctionalInterface
    public interface Use<R, E extends Exception> {
        /** Computes the result from the files below {@code output}. */
        R of(Path output) throws E, FrontEndException, IOException, InterruptedException;
    }

    /**
     * Builds a front end and uses its output.
     *
     * @param log consumes each command line, and each line of the programs' output
     * @throws FrontEndException if a program is missing or fails, or leaves no output
     * @throws IOException if files cannot be read or written
     * @throws java.util.concurrent.CancellationException if the run is cancelled; running programs have been ended
     */
    @SuppressWarnings("try") // the lock only has to be held
    public <R, E extends Exception> R build(
            FrontEnd frontEnd, Consumer<String> log, Cancellation cancellation, Use<R, E> use)
            throws E, FrontEndException, IOException, InterruptedException {
        Tools tools = new Tools(frontEnd, log, cancellation);
        String versions = tools.versions();
        Runnable waiting = () -> log.accept("another build works in " + frontEnd.root());
        try (DirectoryLock lock = DirectoryLock.take(locks, frontEnd.root(), waiting, cancellation)) {
            install(frontEnd, tools, versions, log);
            Instant started = clock.instant().minusSeconds(TIME_STEP_SECONDS);
            tools.build();
            OutputCheck.check(frontEnd, started);
            return use.of(frontEnd.output());
        }
    }

    private void install(FrontEnd frontEnd, Tools tools, String versions, Consumer<String> log)
            throws FrontEndException, IOException, InterruptedException {
        InstallStamp stamp = new InstallStamp(frontEnd, versions);
        if (stamp.fits()) {
            log.accept("node_modules is up to date with %s"
                    .formatted(frontEnd.commands().lockFile(frontEnd.root()).getFileName()));
            return;
        }
        stamp.remove();
        List<String> arguments = new ArrayList<>(frontEnd.commands().install());
        Map<String, String> variables = new HashMap<>();
        if (offline) {
            arguments.addAll(frontEnd.commands().offline());
            variables.put("YARN_ENABLE_NETWORK", "0");
        }
        // Without it pnpm prompts before it replaces installed packages.
        variables.put("CI", "true");
        tools.install(arguments, variables);
        stamp.write();
    }

    /** The programs that build one front end. */
    private final class Tools {
        private final FrontEnd frontEnd;
        private final Consumer<String> log;
        private final Cancellation cancellation;

        Tools(FrontEnd frontEnd, Consumer<String> log, Cancellation cancellation) {
            this.frontEnd = frontEnd;
            this.log = log;
            this.cancellation = cancellation;
        }

        /** Returns the versions of the installed programs, or fails with the missing program and the way to get it. */
        String versions() throws FrontEndException, IOException, InterruptedException {
            PackageCommands commands = frontEnd.commands();
            List<String> versions = new ArrayList<>();
            if (commands.needsNode()) {
                String node = version("node", PackageCommands.NODE);
                versions.add("node " + node);
                frontEnd.nodeVersion()
                        .filter(wanted -> !wanted.accepts(node))
                        .ifPresent(wanted -> log.accept("%s asks for Node %s, and node on the PATH is %s"
                                .formatted(wanted.source(), wanted.tag(), node)));
            }
            versions.add(commands.program() + " " + version(commands.program(), commands.remedy()));
            String all = String.join(", ", versions);
            log.accept(all);
            return all;
        }

        private String version(String program, String remedy)
                throws FrontEndException, IOException, InterruptedException {
            ProgramOutput output = new ProgramOutput(line -> {});
            Program asked = program(program, remedy, List.of("--version"), Map.of());
            int exitCode = asked.run(output, cancellation);
            if (exitCode != 0 || output.lines().isEmpty()) {
                throw new FrontEndException("%s failed with exit code %d. %s. Its output:%n%s"
                        .formatted(asked, exitCode, remedy, output.text()));
            }
            return output.lines().get(output.lines().size() - 1);
        }

        /** Installs the packages, with the secrets for it. */
        void install(List<String> arguments, Map<String, String> variables)
                throws FrontEndException, IOException, InterruptedException {
            try (SecretVariables secrets = SecretVariables.of(frontEnd.secrets())) {
                Map<String, String> all = new HashMap<>(variables);
                all.putAll(secrets.values());
                call(arguments, all, frontEnd.root(), secrets);
            }
        }

        /** Builds the installed front end. */
        void build() throws FrontEndException, IOException, InterruptedException {
            List<String> command = frontEnd.buildCommand();
            boolean isScript = command.equals(frontEnd.commands().script(FrontEnd.BUILD_SCRIPT));
            Path directory = isScript ? frontEnd.directory() : frontEnd.root();
            try (SecretVariables none = SecretVariables.of(List.of())) {
                call(command, frontEnd.buildArguments(), directory, none);
            }
        }

        /** Runs the package manager. */
        private void call(
                List<String> arguments, Map<String, String> variables, Path directory, SecretVariables secrets)
                throws FrontEndException, IOException, InterruptedException {
            PackageCommands commands = frontEnd.commands();
            Program program = program(commands.program(), commands.remedy(), arguments, variables)
                    .in(directory);
            log.accept(program.toString());
            ProgramOutput output = new ProgramOutput(line -> log.accept(secrets.masked(line)));
            int exitCode = program.run(output, cancellation);
            if (exitCode != 0) {
                throw new FrontEndException("%s failed with exit code %d in %s. Its output:%n%s"
                        .formatted(program, exitCode, directory, secrets.masked(output.text())));
            }
        }

        private Program program(String name, String remedy, List<String> arguments, Map<String, String> variables)
                throws FrontEndException {
            Path found = new SearchPath(environment)
                    .find(name)
                    .orElseThrow(() -> new FrontEndException(
                            "'%s' is built on this machine, and there is no program %s on the PATH. %s, or let a container engine build it: remove <builder>host</builder>"
                                    .formatted(frontEnd.name(), name, remedy)));
            return Program.of(found, arguments, variables(variables)).in(frontEnd.directory());
        }

        private Variables variables(Map<String, String> more) {
            // With NODE_ENV=production the tools of the build would not be installed.
            return ToolVariables.of(environment, frontEnd.directory())
                    .without(List.of("NODE_ENV", "FORCE_COLOR"))
                    .with(Map.of("NO_COLOR", "1", "COREPACK_ENABLE_DOWNLOAD_PROMPT", "0"))
                    .with(more);
        }
    }
}
