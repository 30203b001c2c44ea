package io.github.aspirejava.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that paths in images are absolute and plain, and that every service which files are copied from provides them.
 */
final class FileRules {
    private static final Pattern OWNER = Pattern.compile("\\d{1,9}(?::\\d{1,9})?");

    private final Problems problems;

    FileRules(Problems problems) {
        this.problems = problems;
    }

    void check(List<Service> services) {
        Map<String, Service> byName = services.stream()
                .collect(Collectors.toMap(Resource::name, Function.identity(), (first, second) -> first));
        for (Service service : services) {
            if (service instanceof BuiltService built) {
                built.files()
                        .forEach(file -> check(
                                file, Optional.ofNullable(byName.get(file.from().name()))));
            }
            if (service instanceof ViteApp app) {
                check(app);
            } else if (service instanceof JavaApp app) {
                app.localFiles().forEach(this::check);
            }
        }
    }

    private void check(FileCopy file, Optional<Service> from) {
        checkAbsolute("to", file.to());
        file.path().ifPresent(path -> checkAbsolute("path", path));
        if (from.isPresent() && file.path().isEmpty() && !(from.get() instanceof ViteApp)) {
            problems.add(
                    file.from().origin(),
                    "'%s' is not a front end, so that the files to copy are not known"
                            .formatted(file.from().name()),
                    "Add a <path> of its image, such as <path>/usr/share/doc</path>");
        }
    }

    private void check(LocalFiles files) {
        checkAbsolute("to", files.to());
        files.owner()
                .filter(owner -> owner.value()
                        .filter(text -> !OWNER.matcher(text).matches())
                        .isPresent())
                .ifPresent(owner -> problems.add(
                        owner,
                        "<owner> is '%s', which is not the number of a user".formatted(owner),
                        "Write a number such as 1000 or, with a group, 1000:1000"));
    }

    private void check(ViteApp app) {
        Text output = app.outputDirectory();
        Optional<String> directory = output.value();
        if (directory.isPresent() && (directory.get().startsWith("/") || !isPlain(directory.get()))) {
            problems.add(
                    output,
                    "<outputDirectory> is '%s', which is not below the front end's directory".formatted(output),
                    "Write a directory such as dist, and let Vite build into it");
        }
        app.server().ifPresent(server -> checkAbsolute("root", server.root()));
    }

    private void checkAbsolute(String element, Text path) {
        Optional<String> value = path.value();
        if (value.isPresent()
                && !value.get().isEmpty()
                && (!value.get().startsWith("/") || !isPlain(value.get().substring(1)))) {
            problems.add(
                    path,
                    "<%s> is '%s', which is not an absolute path in an image".formatted(element, path),
                    "Write a path such as /app/static, without the names . and .. in it");
        }
    }

    /** Returns whether each segment of a path is a name; one trailing slash is allowed. */
    private static boolean isPlain(String path) {
        String inside = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return path.isEmpty() || Stream.of(inside.split("/", -1)).allMatch(FileRules::isName);
    }

    private static boolean isName(String part) {
        return !part.isEmpty() && !part.equals(".") && !part.equals("..") && !part.contains("\\");
    }
}
