package io.github.aspirejava.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

class ModelConfigurationsTest {
    private final Plugin plugin = new Plugin();

    private static Xpp3Dom configuration(String elements) throws XmlPullParserException, IOException {
        return Xpp3DomBuilder.build(new StringReader("<configuration>%s</configuration>".formatted(elements)));
    }

    private void execution(String id, String elements) throws XmlPullParserException, IOException {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal("push");
        execution.setConfiguration(configuration(elements));
        plugin.addExecution(execution);
    }

    private ModelConfigurations configurations(String ofPlugin) throws XmlPullParserException, IOException {
        plugin.setGroupId("io.github.aspirejava");
        plugin.setArtifactId("aspire-maven-plugin");
        plugin.setConfiguration(configuration(ofPlugin));
        MavenProject root = new MavenProject();
        root.setBuild(new Build());
        root.getBuild().addPlugin(plugin);
        return ModelConfigurations.in(root, new MojoExecution(plugin, "push", "first"));
    }

    @Test
    void letsExecutionsWithoutOwnConfigurationShareARun() throws Exception {
        execution("first", "<services>a</services>");
        execution("second", "<services>a</services><skip>true</skip>");
        ModelConfigurations configurations = configurations("<services>a</services>");

        assertThat(configurations.run("first")).isEmpty();
        assertThat(configurations.run("second")).isEmpty();
        assertThat(configurations.run("default-cli")).isEmpty();
    }

    @Test
    void givesExecutionsWithOwnConfigurationsRunsAndDirectoriesOfTheirOwn() throws Exception {
        execution("first", "<services>a</services>");
        execution("second", "<services>b</services>");
        execution("third", "<services>b</services>");
        ModelConfigurations configurations = configurations("");

        assertThat(configurations.run("first")).isEqualTo("first");
        assertThat(configurations.run("second")).isEqualTo("second");
        assertThat(configurations.run("third")).isEqualTo("second");
        assertThat(configurations.run("default-cli")).isEmpty();
        assertThat(configurations.directory("first")).isEqualTo("first");
        assertThat(configurations.find("second")).isEqualTo(configuration("<services>b</services>"));
    }

    @Test
    void keepsTheFilesOfALonelyExecutionInTheUsualPlace() throws Exception {
        execution("first", "<services>a</services>");
        ModelConfigurations configurations = configurations("");

        assertThat(configurations.run("first")).isEqualTo("first");
        assertThat(configurations.directory("first")).isEmpty();
    }
}
