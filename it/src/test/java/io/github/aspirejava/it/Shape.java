package io.github.aspirejava.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An application in the layout of its framework's generator, from {@code it/projects/shapes}.
 *
 * @param name the name of its directory and its service
 * @param variant the difference from others of the same directory, or an empty text
 * @param properties the properties of its build
 * @param goals the goals, besides {@code package}, that create everything for a start on this machine
 * @param artifact the packaged artifact, from the project's directory
 * @param libraries the directory with the libraries that the artifact is started with, from the project's directory;
 *     the artifact itself if they are in it
 * @param start the way to start it without an image
 * @param ready matches the line that it prints once it accepts requests
 * @param path the path of a request to it
 * @param answer the expected answer
 */
record Shape(
        String name,
        String variant,
        Map<String, String> properties,
        List<String> goals,
        String artifact,
        String libraries,
        Start start,
        Pattern ready,
        String path,
        String answer) {

    /** The command that starts a packaged application. */
    @FunctionalInterface
    interface Start {
        ProcessBuilder in(Path project);

        /** Starts {@code java} with these arguments in the project's directory. */
        static Start java(String... arguments) {
            return project -> {
                List<String> command = new ArrayList<>();
                command.add(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
                command.addAll(List.of(arguments));
                return new ProcessBuilder(command).directory(project.toFile());
            };
        }
    }

    /** Creates the shape of an application that is one jar with all its libraries. */
    static Shape jar(String name, String artifact, String ready, String answer, String... arguments) {
        String[] command = new String[arguments.length + 2];
        command[0] = "-jar";
        command[1] = artifact;
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return new Shape(
                name,
                "",
                Map.of(),
                List.of(),
                artifact,
                artifact,
                Start.java(command),
                Pattern.compile(ready),
                "/",
                answer);
    }

    Shape withLibraries(String directory) {
        return new Shape(name, variant, properties, goals, artifact, directory, start, ready, path, answer);
    }

    Shape withVariant(String other) {
        return new Shape(name, other, properties, goals, artifact, libraries, start, ready, path, answer);
    }

    Shape withProperty(String property, String value) {
        return new Shape(
                name, variant, Map.of(property, value), goals, artifact, libraries, start, ready, path, answer);
    }

    Shape withGoals(String... more) {
        return new Shape(name, variant, properties, List.of(more), artifact, libraries, start, ready, path, answer);
    }

    Shape withStart(Start other) {
        return new Shape(name, variant, properties, goals, artifact, libraries, other, ready, path, answer);
    }

    Shape withPath(String other) {
        return new Shape(name, variant, properties, goals, artifact, libraries, start, ready, other, answer);
    }

    /** Returns whether a servlet container runs it. */
    boolean isDeployed() {
        return name.equals("war");
    }

    /** Returns the directory of its image, with a slash at its end, that contains the packaged files. */
    String root() {
        return isDeployed() ? Tomcat.WEBAPPS : "/app/";
    }

    @Override
    public String toString() {
        return variant.isEmpty() ? name : name + " as " + variant;
    }
}
