package io.github.aspirejava.builder.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar or war as Spring Boot repackages it: the application's classes in one directory, its libraries in another, and
 * a loader that runs them from inside the archive. See the <a
 * href="https://docs.spring.io/spring-boot/specification/executable-jar/nested-jars.html">executable jar format</a>.
 *
 * @param file the archive
 * @param attributes the main attributes of its manifest
 * @param classes the directory of the classes, such as {@code BOOT-INF/classes/}
 * @param libraries the entries of the libraries in the order of the class path
 * @param entries the names of all entries
 */
public record BootArchive(
        Path file, Map<String, String> attributes, String classes, List<String> libraries, Set<String> entries) {
    private static final String CLASSES = "Spring-Boot-Classes";
    private static final String LIBRARIES = "Spring-Boot-Lib";
    private static final String INDEX = "Spring-Boot-Classpath-Index";
    private static final String LOADER = "org/springframework/boot/loader/";

    /**
     * The service file of the loader's own file system: it is useless without the loader, and in the archive for the
     * loader only.
     */
    private static final String FILE_SYSTEMS = "META-INF/services/java.nio.file.spi.FileSystemProvider";

    private static final Pattern INDEXED = Pattern.compile("^- \"(.+)\"$");

    public BootArchive {
        attributes = Map.copyOf(attributes);
        libraries = List.copyOf(libraries);
        entries = Set.copyOf(entries);
    }

    /** Returns whether these are the main attributes of such an archive. */
    static boolean isDescribedBy(Map<String, String> attributes) {
        return attributes.containsKey(CLASSES) && attributes.containsKey(LIBRARIES);
    }

    /** Reads the archive. */
    public static BootArchive read(Path file) throws IOException {
        try (ZipFile archive = Archive.open(file)) {
            Map<String, String> attributes = Archive.attributes(archive);
            Set<String> entries = new LinkedHashSet<>(Archive.names(archive));
            return new BootArchive(
                    file,
                    attributes,
                    attributes.getOrDefault(CLASSES, "BOOT-INF/classes/"),
                    libraries(archive, attributes),
                    entries);
        }
    }

    private static List<String> libraries(ZipFile archive, Map<String, String> attributes) throws IOException {
        String directory = attributes.getOrDefault(LIBRARIES, "BOOT-INF/lib/");
        String provided = directory.replaceFirst("/$", "-provided/");
        List<String> packaged = archive.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(directory) || name.startsWith(provided))
                .toList();
        Optional<ZipEntry> index = Optional.ofNullable(attributes.get(INDEX)).map(archive::getEntry);
        return index.isPresent() ? indexed(archive, index.get(), directory, packaged) : packaged;
    }

    /**
     * Returns the indexed entries: the index of Spring Boot 2.3 names files of the directory, later ones name entries.
     */
    private static List<String> indexed(ZipFile archive, ZipEntry index, String directory, List<String> packaged)
            throws IOException {
        List<String> libraries = new ArrayList<>();
        try (InputStream content = archive.getInputStream(index);
                BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = INDEXED.matcher(line.strip());
                if (matcher.matches()) {
                    String name = matcher.group(1);
                    libraries.add(packaged.contains(name) ? name : directory + name);
                }
            }
        }
        libraries.retainAll(packaged);
        return libraries;
    }

    /** Returns the class that the loader starts; empty if the archive names none. */
    public Optional<String> startClass() {
        return Optional.ofNullable(attributes.get("Start-Class"))
                .or(() -> Optional.ofNullable(attributes.get("Main-Class"))
                        .filter(name -> !name.startsWith(LOADER.replace('/', '.'))));
    }

    /** Returns the main attributes without those that are for the loader. */
    public Map<String, String> ownAttributes() {
        Map<String, String> own = new TreeMap<>(attributes);
        own.keySet()
                .removeIf(name -> (name.startsWith("Spring-Boot-") && !name.equals("Spring-Boot-Version"))
                        || name.equals("Start-Class")
                        || name.equals("Main-Class"));
        return own;
    }

    /** Returns the classes and resources of the application as a jar, as Spring Boot's own extraction writes it. */
    public ClassesJar classesJar() {
        return new ClassesJar(file, classes);
    }

    /**
     * Returns the content that a servlet container serves, for a war: the names of all entries besides the
     * application's code.
     */
    public List<String> webContent() {
        String inf = classes.substring(0, classes.indexOf('/') + 1);
        return entries.stream()
                .filter(name -> !name.endsWith("/") && !name.startsWith(LOADER) && !name.startsWith("META-INF/"))
                .filter(name -> !name.startsWith(classes) && !isOfLibraries(name, inf))
                .sorted()
                .toList();
    }

    private boolean isOfLibraries(String name, String inf) {
        return name.startsWith(inf + "lib/")
                || name.startsWith(inf + "lib-provided/")
                || name.equals(inf + "classpath.idx")
                || name.equals(inf + "layers.idx");
    }

    /** Returns whether an entry of the archive belongs to the loader and not to the application. */
    static boolean isOfLoader(String name) {
        return name.startsWith(LOADER) || name.equals(FILE_SYSTEMS);
    }
}
