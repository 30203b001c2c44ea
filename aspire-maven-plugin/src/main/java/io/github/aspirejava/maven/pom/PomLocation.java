package io.github.aspirejava.maven.pom;

import java.lang.reflect.Method;
import java.util.Optional;
import org.apache.maven.model.InputLocation;
import org.jspecify.annotations.Nullable;

/**
 * The location that Maven has read an element from.
 *
 * @param file the file, as a path or a URI
 * @param line the line, from 1
 */
record PomLocation(String file, int line) {
    /**
     * Reads the input location that Maven has recorded for an element. Maven 4 uses a type of its own, which this
     * plugin is not compiled against, because Maven 3 does not have it; its methods have the same names.
     */
    static Optional<PomLocation> of(@Nullable Object noted) {
        if (noted instanceof InputLocation location) {
            return location.getSource() == null
                    ? Optional.empty()
                    : of(location.getSource().getLocation(), location.getLineNumber());
        }
        return get(noted, "getSource")
                .flatMap(source -> get(source, "getLocation"))
                .flatMap(file -> get(noted, "getLineNumber")
                        .flatMap(line -> of(file.toString(), line instanceof Integer number ? number : 0)));
    }

    private static Optional<PomLocation> of(@Nullable String file, int line) {
        return file == null || line < 1 ? Optional.empty() : Optional.of(new PomLocation(file, line));
    }

    private static Optional<Object> get(@Nullable Object object, String name) {
        if (object == null) {
            return Optional.empty();
        }
        try {
            Method method = object.getClass().getMethod(name);
            return Optional.ofNullable(method.invoke(object));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty(); // an unknown Maven: an element without a line is better than no message
        }
    }
}
