package io.github.aspirejava.builder.bytecode;

import io.github.aspirejava.builder.content.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The packages of the servlet API that a war uses: {@code jakarta.servlet}, or those before Jakarta EE 9. The war's own
 * classes and {@code web.xml} decide, and else most of its libraries: an application may use only a framework, and the
 * framework the API.
 */
public final class ServletPackages {
    private static final String LIBRARIES = "WEB-INF/lib/";

    private boolean jakarta;
    private boolean javax;

    private ServletPackages() {}

    /** Returns whether the war needs a container of Jakarta EE 9 or newer. */
    public static boolean areJakartas(Path war) throws IOException {
        try (ZipFile archive = Archive.open(war)) {
            ServletPackages own = new ServletPackages();
            for (ZipEntry entry : archive.stream().toList()) {
                try (InputStream content = archive.getInputStream(entry)) {
                    own.lookInto(entry.getName(), content);
                }
            }
            return own.jakarta || (!own.javax && areOfMostLibraries(archive));
        }
    }

    private static boolean areOfMostLibraries(ZipFile archive) throws IOException {
        int majority = 0;
        for (ZipEntry entry : archive.stream().toList()) {
            if (entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")) {
                ServletPackages library = new ServletPackages();
                try (ZipInputStream jar = new ZipInputStream(archive.getInputStream(entry))) {
                    for (ZipEntry next = jar.getNextEntry(); next != null; next = jar.getNextEntry()) {
                        library.lookInto(next.getName(), jar);
                    }
                }
                majority += (library.jakarta ? 1 : 0) - (library.javax ? 1 : 0);
            }
        }
        return majority > 0;
    }

    private void lookInto(String name, InputStream content) throws IOException {
        boolean isClass = name.endsWith(".class");
        if (isClass || name.endsWith("/web.xml") || name.endsWith("/web-fragment.xml")) {
            String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            jakarta |= text.contains(isClass ? "jakarta/servlet/" : "jakarta.ee/xml");
            javax |= isClass
                    ? text.contains("javax/servlet/")
                    : text.contains("xmlns.jcp.org/xml") || text.contains("java.sun.com/");
        }
    }
}
