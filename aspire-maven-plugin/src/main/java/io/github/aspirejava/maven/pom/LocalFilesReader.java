package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.LocalFiles;
import io.github.aspirejava.app.Problems;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code <localFiles>}. */
final class LocalFilesReader {
    private static final Pattern MODE = Pattern.compile("[0-7]{3,4}");
    private static final int OCTAL = 8;

    private final Problems problems;

    LocalFilesReader(Problems problems) {
        this.problems = problems;
    }

    List<LocalFiles> read(ElementReader service) {
        return service.list("localFiles", "localFile", file -> one(service.reading(file)));
    }

    private LocalFiles one(ElementReader reader) {
        LocalFiles files = new LocalFiles(
                reader.required("source", "src/main/image"),
                reader.required("to", "/app"),
                reader.list("includes", "include", TextAsList.SEPARATED, reader::text),
                reader.list("excludes", "exclude", TextAsList.SEPARATED, reader::text),
                reader.list("permissions", "permission", element -> permission(reader.reading(element))),
                reader.text("owner"));
        reader.finish();
        return files;
    }

    private LocalFiles.Permission permission(ElementReader reader) {
        LocalFiles.Permission permission = new LocalFiles.Permission(
                reader.required("pattern", "**/*.sh"),
                reader.child("mode").map(mode -> mode(reader, mode)).orElseGet(() -> {
                    reader.required("mode", "755");
                    return 0;
                }));
        reader.finish();
        return permission;
    }

    private int mode(ElementReader reader, PomElement element) {
        if (reader.leaves().isText(element) && !MODE.matcher(element.value()).matches()) {
            problems.add(
                    element.origin(),
                    "<mode> is '%s', which is not a number of permissions".formatted(element.value()),
                    "Write <mode>755</mode> or <mode>644</mode>");
        }
        return MODE.matcher(element.value()).matches() ? Integer.parseInt(element.value(), OCTAL) : 0;
    }
}
