package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A module that is compiled by the real compiler in a directory of its own. */
public final class SampleModule {
    static final String MAIN = """
            package app;
            public class Main {
                public static void main(String[] args) throws Exception {
                    try (var text = Main.class.getResourceAsStream("/greeting.txt")) {
                        System.out.println(new String(text.readAllBytes()) + " from " + lib.Library.NAME());
                    }
                }
            }
            """;

    private static final Pattern NAME = Pattern.compile("(.+?)-(\\d.*)\\.jar");

    private final Path root;
    private final List<ClasspathJar> jars = new ArrayList<>();
    private String manifest = "Manifest-Version: 1.0\r\n";

    public SampleModule(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(classes());
    }

    /** Creates a module whose main class {@code app.Main} does nothing. */
    static SampleModule idle(Path root) throws IOException {
        SampleModule module = new SampleModule(root);
        module.compile("Main", "package app; public class Main { public static void main(String[] args) {} }");
        module.manifest("Main-Class: app.Main");
        return module;
    }

    /** Creates a module with a main class, another class, a resource, and one jar of each kind. */
    static SampleModule complete(Path root) throws IOException {
        SampleModule module = new SampleModule(root);
        module.jar("library-1.0.jar", Library.Kind.RELEASE, library("library"), Instant.EPOCH);
        module.jar("snap-1.0-SNAPSHOT.jar", Library.Kind.SNAPSHOT, library("snapshot"), Instant.EPOCH);
        module.jar("sibling-1.0.jar", Library.Kind.PROJECT, library("sibling"), Instant.EPOCH);
        module.compile("Main", MAIN);
        module.compile("Other", "package app; class Other { int value = 1; }");
        module.resource("greeting.txt", "hello");
        return module;
    }

    public Path classes() {
        return root.resolve("target/classes");
    }

    /** Returns the module, packaged anew. */
    public JavaModule module() throws IOException {
        return new JavaModule("api", new ModuleOutput.Jar(packaged(Instant.EPOCH)), jars);
    }

    /**
     * Returns the jar of the classes and resources, as the jar plugin packages them: with directories and a manifest.
     */
    public Path packaged(Instant time) throws IOException {
        Path jar = root.resolve("target/api-1.0.jar");
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("META-INF/", new byte[0]);
        content.put("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(classes())) {
            for (Path file : files.filter(path -> !path.equals(classes())).toList()) {
                String name = classes().relativize(file).toString();
                if (Files.isDirectory(file)) {
                    content.put(name + '/', new byte[0]);
                } else {
                    content.put(name, Files.readAllBytes(file));
                }
            }
        }
        writeJar(jar, content, time);
        return jar;
    }

    /** Sets the main attributes of the manifest, a line each. */
    void manifest(String... attributes) {
        manifest = "Manifest-Version: 1.0\r\n" + String.join("\r\n", attributes) + "\r\n";
    }

    public void resource(String name, String text) throws IOException {
        Path file = classes().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    public void compile(String name, String source) throws IOException {
        compile(classes(), name, source, jars.stream().map(ClasspathJar::file).toList());
    }

    public void jar(String name, Library.Kind kind, Map<String, byte[]> content, Instant time) throws IOException {
        jar(root.resolve("jars").resolve(name), kind, content, time);
    }

    public void jar(Path file, Library.Kind kind, Map<String, byte[]> content, Instant time) throws IOException {
        writeJar(file, content, time);
        jars.add(jar(file, kind));
    }

    /** Returns the jar as a library whose group is the name of its directory. */
    public static ClasspathJar jar(Path file, Library.Kind kind) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file + " is not called artifact-version.jar");
        }
        String id = "%s:%s:%s"
                .formatted(Objects.requireNonNull(file.getParent()).getFileName(), name.group(1), name.group(2));
        return new ClasspathJar(new Library(id, kind, file.toFile().length()), file);
    }

    public static void writeJar(Path file, Map<String, byte[]> content, Instant time) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                written.setLastModifiedTime(FileTime.from(time));
                zip.putNextEntry(written);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    /** Returns the content of a jar with a class {@code lib.Library} whose {@code NAME()} is {@code name}. */
    public static Map<String, byte[]> library(String name) throws IOException {
        Path classes = Files.createTempDirectory("library");
        compile(
                classes,
                "Library",
                "package lib; public class Library { public static String NAME() { return \"%s\"; } public static void main(String[] args) {} }"
                        .formatted(name),
                List.of());
        byte[] content = Files.readAllBytes(classes.resolve("lib/Library.class"));
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(name + ".txt", name.getBytes(StandardCharsets.UTF_8));
        entries.put("lib/Library.class", content);
        return entries;
    }

    private static void compile(Path classes, String name, String source, List<Path> classpath) throws IOException {
        Path directory = Files.createTempDirectory("sources");
        Path file = Files.writeString(directory.resolve(name + ".java"), source);
        String path = String.join(
                java.io.File.pathSeparator,
                Stream.concat(Stream.of(classes), classpath.stream())
                        .map(Path::toString)
                        .toList());
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            // From Java 25 on, more methods are main methods.
                            List.of("--release", "17", "-d", classes.toString(), "-cp", path, "-proc:none"),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            if (!compiled) {
                throw new IOException(messages.toString());
            }
        }
        Files.delete(file);
        Files.delete(directory);
    }
}
