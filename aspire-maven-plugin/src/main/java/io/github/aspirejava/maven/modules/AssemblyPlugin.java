package io.github.aspirejava.maven.modules;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.XmlStreamReader;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The jars that the assembly plugin writes, by its configuration. */
final class AssemblyPlugin {
    static final String ARTIFACT_ID = "maven-assembly-plugin";
    static final String GOAL = "single";

    private AssemblyPlugin() {}

    /** Returns the jars of an execution, existing or not. */
    static List<Path> jars(MavenProject project, PluginSettings settings) {
        Path directory = settings.directory(project, "outputDirectory");
        String name = settings.text("finalName").orElse(project.getBuild().getFinalName());
        boolean hasId = !settings.is(false, "appendAssemblyId");
        return ids(project, settings)
                .map(id -> directory.resolve((hasId ? name + '-' + id : name) + ".jar"))
                .toList();
    }

    private static Stream<String> ids(MavenProject project, PluginSettings settings) {
        return Stream.concat(
                settings.items("descriptorRefs").stream(),
                settings.items("descriptors").stream()
                        .map(file -> id(project.getBasedir().toPath().resolve(file)))
                        .flatMap(Optional::stream));
    }

    /**
     * Returns the id of the assembly in a descriptor; empty if the file cannot be read, since it cannot have been
     * packaged then.
     */
    private static Optional<String> id(Path descriptor) {
        try (Reader reader = new XmlStreamReader(Files.newInputStream(descriptor))) {
            return new PluginSettings(Xpp3DomBuilder.build(reader)).text("id");
        } catch (IOException | XmlPullParserException e) {
            return Optional.empty();
        }
    }
}
