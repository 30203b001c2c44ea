package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.ViteApp.PackageManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of one package manager. Installing is always frozen: the lock file defines what is installed, and an
 * inconsistency with it is an error.
 *
 * @param program the program to run
 * @param lockFiles the names of the files that define the installed versions; the first is the one that the current
 *     version writes
 * @param install arguments that install the packages of the lock file
 * @param offline arguments that keep {@code install} from using the network; empty if there are none
 * @param remedy the advice for a missing program
 */
public record PackageCommands(
        String program, List<String> lockFiles, List<String> install, List<String> offline, String remedy) {
    static final String NODE = "Install Node.js 18 or newer from https://nodejs.org";

    private static final PackageCommands NPM = new PackageCommands(
            "npm",
            List.of("package-lock.json", "npm-shrinkwrap.json"),
            List.of("ci", "--no-audit", "--no-fund"),
            List.of("--offline"),
            NODE);
    private static final PackageCommands PNPM = new PackageCommands(
            "pnpm",
            List.of("pnpm-lock.yaml"),
            List.of("install", "--frozen-lockfile"),
            List.of("--offline"),
            "Install it: corepack enable pnpm, or npm install --global pnpm");
    private static final PackageCommands YARN_CLASSIC = new PackageCommands(
            "yarn",
            List.of("yarn.lock"),
            List.of("install", "--frozen-lockfile", "--non-interactive"),
            List.of("--offline"),
            "Install it: corepack enable yarn, or npm install --global yarn");
    private static final PackageCommands YARN_BERRY = new PackageCommands(
            "yarn", List.of("yarn.lock"), List.of("install", "--immutable"), List.of(), YARN_CLASSIC.remedy);
    private static final PackageCommands BUN = new PackageCommands(
            "bun",
            List.of("bun.lock", "bun.lockb"),
            List.of("install", "--frozen-lockfile"),
            List.of(),
            "Install it from https://bun.sh, or by npm install --global bun");

    /** Copies the lists. */
    public PackageCommands {
        lockFiles = List.copyOf(lockFiles);
        install = List.copyOf(install);
        offline = List.copyOf(offline);
    }

    /** Returns whether Node itself runs the build: bun works without it. */
    boolean needsNode() {
        return !program.equals(BUN.program);
    }

    /**
     * Returns the command that provides it in an image: most images with Node have npm and the older yarn, and others
     * only through corepack, which newer images lack.
     */
    Optional<String> preparation() {
        if (equals(PNPM) || equals(YARN_BERRY)) {
            return Optional.of("command -v corepack || npm install --global corepack && corepack enable");
        }
        return equals(YARN_CLASSIC) ? Optional.of("command -v yarn || npm install --global yarn@1") : Optional.empty();
    }

    /** Returns the arguments that run a script of {@code package.json}. */
    public List<String> script(String name) {
        return List.of("run", name);
    }

    /** Returns the arguments that run an installed program, whose name is the first word. */
    List<String> program(List<String> words) {
        List<String> arguments = new ArrayList<>(
                switch (program) {
                    case "npm" -> List.of("exec", "--no", "--");
                    case "pnpm" -> List.of("exec");
                    default -> List.of("run");
                });
        arguments.addAll(words);
        return arguments;
    }

    /** Returns whether a directory has the lock file of a package manager. */
    static boolean hasLockFile(Path directory) {
        return Stream.of(PackageManager.values())
                .flatMap(manager -> simple(manager).lockFiles.stream())
                .anyMatch(file -> Files.isRegularFile(directory.resolve(file)));
    }

    /** Returns the lock file that {@code directory} has. */
    public Path lockFile(Path directory) throws FrontEndException {
        return lockFiles.stream()
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new FrontEndException(
                        "%s has no %s, which fixes the versions of its packages. Run %s install there, and commit the file"
                                .formatted(directory, lockFiles.get(0), program)));
    }

    /**
     * Returns the package manager that installs the dependencies of the front end in {@code directory}.
     *
     * @param chosen the package manager that the model names; otherwise the lock file decides
     * @throws FrontEndException if there is no lock file, or several and none is chosen
     */
    static PackageCommands of(Path directory, Optional<PackageManager> chosen) throws FrontEndException, IOException {
        if (chosen.isPresent()) {
            PackageCommands commands = of(chosen.get(), directory);
            commands.lockFile(directory);
            return commands;
        }
        List<PackageManager> found = new ArrayList<>();
        for (PackageManager manager : PackageManager.values()) {
            if (of(manager, directory).lockFiles.stream()
                    .anyMatch(file -> Files.isRegularFile(directory.resolve(file)))) {
                found.add(manager);
            }
        }
        if (found.isEmpty()) {
            throw new FrontEndException(
                    "%s has no lock file of npm, pnpm, yarn or bun, which fixes the versions of its packages, and is no member of a workspace that has one. Run npm install there, or in the root of its workspace, and commit package-lock.json"
                            .formatted(directory));
        }
        if (found.size() > 1) {
            List<String> files = Stream.of(PackageManager.values())
                    .filter(found::contains)
                    .map(manager -> simple(manager).lockFiles.get(0))
                    .toList();
            throw new FrontEndException("%s has %s. Remove all but one, or write <packageManager>%s</packageManager>"
                    .formatted(
                            directory,
                            String.join(" and ", files),
                            found.get(0).name().toLowerCase(Locale.ROOT)));
        }
        return of(found.get(0), directory);
    }

    private static PackageCommands of(PackageManager manager, Path directory) throws IOException {
        return manager == PackageManager.YARN && isBerry(directory) ? YARN_BERRY : simple(manager);
    }

    private static PackageCommands simple(PackageManager manager) {
        return switch (manager) {
            case NPM -> NPM;
            case PNPM -> PNPM;
            case YARN -> YARN_CLASSIC;
            case BUN -> BUN;
        };
    }

    /** Returns whether the lock file is of Yarn 2 or newer, which writes its metadata into it. */
    private static boolean isBerry(Path directory) throws IOException {
        Path lock = directory.resolve("yarn.lock");
        if (!Files.isRegularFile(lock)) {
            return Files.exists(directory.resolve(".yarnrc.yml"));
        }
        try (Stream<String> lines = Files.lines(lock)) {
            return lines.limit(20).anyMatch(line -> line.startsWith("__metadata:"));
        }
    }
}
