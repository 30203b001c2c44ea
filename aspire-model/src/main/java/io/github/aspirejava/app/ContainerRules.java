package io.github.aspirejava.app;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the grammar of the settings that become the configuration of an image. */
final class ContainerRules {
    private static final Pattern USER =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?(?::[A-Za-z0-9_][A-Za-z0-9_.-]*)?");
    /** The signals of Linux, by names or numbers. */
    private static final Pattern SIGNAL =
            Pattern.compile("(?:SIG)?(?:ABRT|ALRM|BUS|CHLD|CLD|CONT|FPE|HUP|ILL|INT|IO|IOT"
                    + "|KILL|PIPE|POLL|PROF|PWR|QUIT|SEGV|STKFLT|STOP|SYS|TERM|TRAP|TSTP|TTIN|TTOU|URG|USR1|USR2|VTALRM|WINCH"
                    + "|XCPU|XFSZ|RTMIN(?:\\+\\d{1,2})?|RTMAX(?:-\\d{1,2})?)|[1-9]|[1-5]\\d|6[0-4]");

    private final Problems problems;

    ContainerRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        for (Service service : model.services()) {
            if (service instanceof JavaApp app) {
                check(app.container(), app);
                checkFlags(app);
                checkAgents(app);
                app.extraClasspath().forEach(path -> checkPath("path", path, "/opt/extra.jar"));
            } else if (service instanceof ViteApp app) {
                check(app.container(), app);
            }
            checkFormat(service, model);
        }
    }

    private void check(ContainerSettings settings, BuiltService service) {
        settings.user()
                .ifPresent(user -> check(user, USER, "user", "a user", "<user>1000</user> or <user>1000:1000</user>"));
        settings.stopSignal()
                .ifPresent(
                        signal -> check(signal, SIGNAL, "stopSignal", "a signal", "<stopSignal>SIGTERM</stopSignal>"));
        settings.workingDirectory().ifPresent(path -> checkPath("workingDirectory", path, "/work"));
        settings.volumes().forEach(path -> checkPath("volume", path, "/data"));
        settings.created().ifPresent(this::checkTime);
        if (!settings.annotations().isEmpty()
                && service.image().format().equals(Optional.of(ImageSettings.Format.DOCKER))) {
            Map.Entry<String, Text> first =
                    settings.annotations().entrySet().iterator().next();
            problems.add(
                    first.getValue().origin(),
                    "The image of %s has Docker's format, which has no annotations".formatted(service.name()),
                    "Write it into <labels>, or <format>oci</format>");
        }
    }

    private void check(Text text, Pattern grammar, String element, String kind, String fix) {
        text.value()
                .filter(value -> !value.isEmpty() && !grammar.matcher(value).matches())
                .ifPresent(value -> problems.add(
                        text, "<%s> is '%s', which is not %s".formatted(element, text, kind), "Write " + fix));
    }

    private void checkPath(String element, Text path, String example) {
        Optional<String> value = path.value().filter(text -> !text.isEmpty());
        if (value.isPresent() && (!value.get().startsWith("/") || !isPlain(value.get()))) {
            problems.add(
                    path,
                    "<%s> is '%s', which is not an absolute path in an image".formatted(element, path),
                    "Write a path such as %s, without the names . and .. in it".formatted(example));
        }
    }

    private static boolean isPlain(String path) {
        return Stream.of(path.split("/", -1)).noneMatch(part -> part.equals(".") || part.equals(".."))
                && !path.contains("//");
    }

    private void checkTime(Text created) {
        Optional<String> value = created.value().filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
            return;
        }
        try {
            if (OutputTimestamp.parse(value.get()).isPresent()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Reported like a single character, which disables a timestamp elsewhere.
        }
        problems.add(
                created,
                "<created> is '%s', which is not a time".formatted(created),
                "Write a time such as 2026-01-31T12:00:00Z, or seconds since 1970");
    }

    private void checkAgents(JavaApp app) {
        if (app.container().hasOwnEntrypoint() && !app.agents().isEmpty()) {
            problems.add(
                    app.agents().get(0).origin(),
                    "<javaApp> has <agents> and an <entrypoint> of its own, which does not start them",
                    "Remove the <entrypoint>, or copy the agent by <localFiles> and write -javaagent into the <entrypoint>");
        }
    }

    /** Options of the virtual machine are part of the plugin's own command alone. */
    private void checkFlags(JavaApp app) {
        if (app.container().hasOwnEntrypoint() && !app.jvmFlags().isEmpty()) {
            problems.add(
                    app.jvmFlags().get(0).origin(),
                    "<javaApp> has <jvmFlags> and an <entrypoint> of its own, which does not get them",
                    "Write them into the <entrypoint>, or into the environment variable JDK_JAVA_OPTIONS");
        }
    }

    private void checkFormat(Service service, AppModel model) {
        if (service.image().format().equals(Optional.of(ImageSettings.Format.DOCKER))
                && model.registryOf(service).filter(OciLayout.class::isInstance).isPresent()) {
            problems.add(
                    service.origin(),
                    "The image of %s has <format>docker</format>, and its registry is an image layout, which has images of OCI's format only"
                            .formatted(service.name()),
                    "Remove the <format>, or write another <registry>");
        }
    }
}
