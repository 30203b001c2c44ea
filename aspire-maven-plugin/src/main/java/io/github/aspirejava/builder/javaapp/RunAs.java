package io.github.aspirejava.builder.javaapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.builder.image.ContainerOptions;
import io.github.aspirejava.builder.image.ImageJson;
import io.github.aspirejava.builder.layer.Owner;
import io.github.aspirejava.builder.layer.PlannedDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The user that an application runs as, and the directories that this user may write to. The user is a number, because
 * Kubernetes cannot verify that a name is not root's, and because base images have different users.
 *
 * @param user the user of the image; that of the base image if absent
 * @param workingDirectory the working directory; that of the base image if absent
 * @param directories the directories that the user may write to
 */
record RunAs(Optional<String> user, Optional<String> workingDirectory, List<PlannedDirectory> directories) {
    /** The user {@code nonroot} of distroless images, and a free number in others. */
    static final String NONROOT = "65532:65532";

    static final String WORKING_DIRECTORY = "/work";

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?::.*)?");
    private static final Pattern ROOT = Pattern.compile("(?:|root|0+)(?::.*)?");
    /**
     * Writable by all, like {@code /tmp}: OpenShift runs images as any user, and engines keep the mode of a directory
     * that they mount a temporary file system at, but not its owner.
     */
    private static final int WRITABLE = 01777;

    /** Returns the user of an application that Java runs, or that is executable itself. */
    static RunAs application(ContainerOptions options, JsonNode base) {
        String baseUser = base.path("config").path("User").asText("");
        String baseDirectory = base.path("config").path("WorkingDir").asText("");
        Optional<String> user = user(options, baseUser, true);
        Optional<Integer> number = number(user.orElse(baseUser));
        boolean hasDirectory = !baseDirectory.isEmpty() && !baseDirectory.equals("/");
        Optional<String> directory = options.workingDirectory()
                .or(() -> Optional.of(WORKING_DIRECTORY).filter(work -> number.isPresent() && !hasDirectory));
        List<PlannedDirectory> data = number.stream()
                .flatMap(own -> Stream.concat(options.volumes().stream(), options.mounts().stream())
                        .distinct()
                        .map(path -> writable(path, own)))
                .toList();
        if (number.isEmpty() || (user.isEmpty() && directory.isEmpty())) {
            return new RunAs(user, directory, data);
        }
        Stream<PlannedDirectory> working = Stream.of(directory.orElse(baseDirectory))
                .filter(path -> !path.equals("/"))
                .map(path -> writable(path, number.get()));
        return new RunAs(
                user,
                directory,
                Stream.of(Stream.of(new PlannedDirectory("/tmp", WRITABLE, Owner.ROOT)), working, data.stream())
                        .flatMap(directories -> directories)
                        .distinct()
                        .toList());
    }

    /** Returns the user of an application in a servlet container, whose image decides, except for Tomcat's. */
    static RunAs servletContainer(ContainerOptions options, JsonNode base) {
        Map<String, String> environment = ImageJson.environment(base);
        Optional<String> tomcat = Optional.ofNullable(environment.get("CATALINA_BASE"))
                .or(() -> Optional.ofNullable(environment.get("CATALINA_HOME")));
        Optional<String> user = user(options, base.path("config").path("User").asText(""), tomcat.isPresent());
        // Tomcat creates this directory when it starts; all others that it needs are writable in its image.
        return new RunAs(
                user,
                options.workingDirectory(),
                tomcat
                        .flatMap(home -> user.flatMap(RunAs::number)
                                .map(number -> writable(home + "/conf/Catalina/localhost", number)))
                        .stream()
                        .toList());
    }

    private static Optional<String> user(ContainerOptions options, String baseUser, boolean byDefault) {
        if (options.user().isPresent()) {
            return options.user().filter(name -> !ContainerOptions.isInherited(name));
        }
        return byDefault && ROOT.matcher(baseUser).matches() ? Optional.of(NONROOT) : Optional.empty();
    }

    /** Returns the number of a user that is not root; empty for a name. */
    private static Optional<Integer> number(String user) {
        Matcher matcher = NUMBER.matcher(user);
        return matcher.matches() && !ROOT.matcher(user).matches()
                ? Optional.of(Integer.valueOf(matcher.group(1)))
                : Optional.empty();
    }

    private static PlannedDirectory writable(String path, int user) {
        return new PlannedDirectory(path, WRITABLE, new Owner(user, 0));
    }
}
