package io.github.aspirejava.maven.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildHintsTest {
    private final MavenProject project = new MavenProject();
    private final Plugin exec = new Plugin();

    @BeforeEach
    void useTheExecPlugin() {
        exec.setGroupId("org.codehaus.mojo");
        exec.setArtifactId("exec-maven-plugin");
        project.getBuild().addPlugin(exec);
    }

    private static Xpp3Dom mainClass(String name) throws Exception {
        return Xpp3DomBuilder.build(
                new StringReader("<configuration><mainClass>%s</mainClass></configuration>".formatted(name)));
    }

    private void execution(String id, String phase, String mainClass) throws Exception {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setPhase(phase);
        execution.setConfiguration(mainClass(mainClass));
        exec.addExecution(execution);
    }

    @Test
    void nameTheClassThatTheExecPluginRuns() throws Exception {
        exec.setConfiguration(mainClass("app.Main"));

        assertThat(new BuildHints(project).mainClass()).contains("app.Main");
    }

    @Test
    void doNotNameAClassThatIsRunWithinTheBuild() throws Exception {
        execution("generate", "generate-sources", "tool.Generator");

        assertThat(new BuildHints(project).mainClass()).isEmpty();

        exec.setConfiguration(mainClass("app.Main"));
        assertThat(new BuildHints(project).mainClass()).contains("app.Main");
    }
}
