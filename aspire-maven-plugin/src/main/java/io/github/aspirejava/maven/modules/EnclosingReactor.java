package io.github.aspirejava.maven.modules;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
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
            Model model = read(pom);
            Parent parent = model.getParent();
            String groupId = model.getGroupId() == null && parent != null ? parent.getGroupId() : model.getGroupId();
            packagings.put(normal(pom).getParent(), model.getPackaging());
            names.add(model.getArtifactId());
            names.add(groupId + ':' + model.getArtifactId());
            Stream.concat(
                            model.getModules().stream(),
                            model.getProfiles().stream()
                                    .map(Profile::getModules)
                                    .flatMap(List::stream))
                    .map(module -> pom.resolveSibling(module))
                    .map(module -> Files.isDirectory(module) ? module.resolve("pom.xml") : module)
                    .forEach(this::add);
        }

        /** Reads a POM. An unreadable one is ignored without harm: Maven itself reads those that it builds. */
        private static Model read(Path pom) {
            try (Reader reader = Files.newBufferedReader(pom, StandardCharsets.UTF_8)) {
                return new MavenXpp3Reader().read(reader, false);
            } catch (IOException | XmlPullParserException e) {
                return new Model();
            }
        }
    }
}
