package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.builder.bytecode.ServletPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The versions of Tomcat that implement a servlet API; see <a href="https://tomcat.apache.org/whichversion.html">its
 * table</a>.
 */
public enum Tomcat {
    /** Servlet 4.0 and earlier, in the packages {@code javax.servlet}. */
    TOMCAT_9("9", 8),
    /** Servlet 6.0 and, as it is compatible, 5.0. */
    TOMCAT_10_1("10.1", 11),
    /** Servlet 6.1. */
    TOMCAT_11("11", 17);

    private final String version;
    private final int leastJava;

    Tomcat(String version, int leastJava) {
        this.version = version;
        this.leastJava = leastJava;
    }

    /**
     * Returns the version for a war.
     *
     * @param servletApi the version of the servlet API that its build names; without it, the classes of the war decide
     */
    public static Tomcat of(Optional<String> servletApi, Path war) throws IOException {
        if (servletApi.isEmpty()) {
            return ServletPackages.areJakartas(war) ? TOMCAT_10_1 : TOMCAT_9;
        }
        String[] parts = servletApi.get().split("[.-]", 3);
        int major = number(parts, 0);
        if (major < 5) {
            return TOMCAT_9;
        }
        return major > 6 || (major == 6 && number(parts, 1) > 0) ? TOMCAT_11 : TOMCAT_10_1;
    }

    private static int number(String[] parts, int index) {
        return index < parts.length && parts[index].matches("\\d{1,4}") ? Integer.parseInt(parts[index]) : 0;
    }

    /** Returns the image with the runtime of the Java release that is needed. */
    public String image(int release) {
        return "tomcat:%s-jre%d".formatted(version, DefaultBase.published(Math.max(release, leastJava)));
    }
}
