package io.github.aspirejava.maven.session;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.execution.MavenSession;

/** A property of Maven's command line that holds a list, such as {@code -Daspire.steps=a,b}. */
public final class ListProperty {
    private ListProperty() {}

    /** Its items; none if it is not set. */
    public static List<String> of(MavenSession session, String property) {
        return Arrays.stream(
                        session.getUserProperties().getProperty(property, "").split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
