package io.github.aspirejava.maven.modules;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.XmlStreamReader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * The reactor around a module that Maven was started in: its root declares the model, which names modules that are
 * unknown to this build.
 *
 * @param root its topmost project
 * @param modules the names of its modules: artifactIds, and groupId:artifactId
 * @param packagings the packagings of its projects, by their directories
 */
public record EnclosingReactor(MavenProject root, Set<String> modules, Map<Path, String> packagings) {
    /** Copies the collections. */
    public EnclosingReactor {
        modules = Set.copyOf(modules);
        packagings = Map.copyOf(packagings);
    }

    /**
     * Finds the reactor around a project, if a parent of it on this disk has it among its modules. A parent that comes
     * from a repository, or that does not list the project as a module, does not count.
     */
    static Optional<EnclosingReactor> around(MavenProject project) {
        Optional<EnclosingReactor> found = Optional.empty();
        for (MavenProject parent = project.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.getFile() != null && parent.getFile().isFile()) {
                Listing listing = new Listing();
                listing.add(parent.getFile().toPath());
                if (listing.poms.contains(normal(project.getFile().toPath()))) {
                    found = Optional.of(new EnclosingReactor(parent, listing.names, listing.packagings));
                }
            }
        }
        return found;
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The modules below a POM, as it lists them, without building them as projects. */
    private static final class Listing {
        private final Set<Path> poms = new HashSet<>();
        private final Set<String> names = new TreeSet<>();
        private final Map<Path, String> packagings = new HashMap<>();

        void add(Path pom) {
            if (!Files.isRegularFile(pom) || !poms.add(normal(pom))) {
                return;
            }
            read(pom).ifPresent(model -> add(pom, model));
        }

        private void add(Path pom, Xpp3Dom model) {
            String packaging = text(model, "packaging").orElse("jar");
            packagings.put(normal(pom).getParent(), packaging);
            Optional<Xpp3Dom> parent = Optional.ofNullable(model.getChild("parent"));
            Optional<String> groupId = text(model, "groupId").or(() -> parent.flatMap(own -> text(own, "groupId")));
            text(model, "artifactId").ifPresent(artifactId -> {
                names.add(artifactId);
                groupId.ifPresent(group -> names.add(group + ':' + artifactId));
            });
            modules(pom, model)
                    .map(module -> Files.isDirectory(module) ? module.resolve("pom.xml") : module)
                    .forEach(this::add);
        }

        /** Returns the modules of a POM; of an aggregator of Maven 4 that lists none, the directories with a POM. */
        private static Stream<Path> modules(Path pom, Xpp3Dom model) {
            List<Path> modules = new ArrayList<>();
            List<Xpp3Dom> owners = new ArrayList<>(List.of(model));
            children(model, "profiles").forEach(owners::add);
            boolean listed = false;
            for (Xpp3Dom owner : owners) {
                for (String list : List.of("modules", "subprojects")) {
                    listed |= owner.getChild(list) != null;
                    children(owner, list)
                            .map(Xpp3Dom::getValue)
                            .filter(Objects::nonNull)
                            .forEach(module -> modules.add(pom.resolveSibling(module.strip())));
                }
            }
            boolean discovered = !listed
                    && text(model, "packaging").equals(Optional.of("pom"))
                    && model.getAttribute("xmlns") != null
                    && !model.getAttribute("xmlns").endsWith("/4.0.0");
            return discovered ? directories(pom) : modules.stream();
        }

        private static Stream<Path> directories(Path pom) {
            try (Stream<Path> siblings = Files.list(normal(pom).getParent())) {
                return siblings
                        .filter(directory -> Files.isRegularFile(directory.resolve("pom.xml")))
                        .toList()
                        .stream();
            } catch (IOException e) {
                return Stream.empty();
            }
        }

        private static Stream<Xpp3Dom> children(Xpp3Dom model, String list) {
            Xpp3Dom found = model.getChild(list);
            return found == null ? Stream.empty() : Stream.of(found.getChildren());
        }

        private static Optional<String> text(Xpp3Dom owner, String child) {
            return Optional.ofNullable(owner.getChild(child))
                    .map(Xpp3Dom::getValue)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        /**
         * Reads a POM of any model version, in the encoding that it declares. An unreadable one is ignored without
         * harm: Maven itself reads those that it builds.
         */
        private static Optional<Xpp3Dom> read(Path pom) {
            try (Reader reader = new XmlStreamReader(pom.toFile())) {
                return Optional.of(Xpp3DomBuilder.build(reader));
            } catch (IOException | XmlPullParserException e) {
                return Optional.empty();
            }
        }
    }
}
