package io.github.aspirejava.maven.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnclosingReactorTest {
    @TempDir
    Path directory;

    /** Creates a POM on disk, and the project that Maven has read from it. */
    private MavenProject project(String path, String content) throws IOException {
        Path pom = directory.resolve(path);
        Files.createDirectories(pom.getParent());
        Files.writeString(pom, "<project><modelVersion>4.0.0</modelVersion>%s</project>".formatted(content));
        MavenProject project = new MavenProject();
        project.setFile(pom.toFile());
        return project;
    }

    private static String child(String artifact) {
        return "<parent><groupId>com.example</groupId><artifactId>root</artifactId><version>1</version></parent><artifactId>%s</artifactId>"
                .formatted(artifact);
    }

    private static String root(String more) {
        return "<groupId>com.example</groupId><artifactId>root</artifactId><version>1</version>" + more;
    }

    @Test
    void knowsAllModulesOfTheTopmostPom() throws IOException {
        MavenProject root = project(
                "pom.xml",
                root("<modules><module>api</module><module>group/pom.xml</module></modules>"
                        + "<profiles><profile><modules><module>extra</module></modules></profile></profiles>"));
        MavenProject group = project("group/pom.xml", child("group") + "<modules><module>worker</module></modules>");
        MavenProject worker = project("group/worker/pom.xml", child("worker"));
        project("api/pom.xml", child("api"));
        project("extra/pom.xml", "<groupId>other</groupId><artifactId>extra</artifactId>");
        group.setParent(root);
        worker.setParent(group);

        EnclosingReactor reactor = EnclosingReactor.around(worker).orElseThrow();

        assertThat(reactor.root()).isSameAs(root);
        assertThat(reactor.modules())
                .containsExactlyInAnyOrder(
                        "root",
                        "com.example:root",
                        "api",
                        "com.example:api",
                        "group",
                        "com.example:group",
                        "worker",
                        "com.example:worker",
                        "extra",
                        "other:extra");
    }

    @Test
    void readsPomsInTheirOwnEncoding() throws IOException {
        MavenProject root = project("pom.xml", "");
        Files.writeString(
                root.getFile().toPath(),
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><project><name>B\u00fcro</name>%s</project>"
                        .formatted(root("<modules><module>api</module></modules>")),
                StandardCharsets.ISO_8859_1);
        MavenProject api = project("api/pom.xml", child("api"));
        api.setParent(root);

        assertThat(EnclosingReactor.around(api).orElseThrow().modules()).contains("root", "com.example:api");
    }

    @Test
    void skipsPomsThatCannotBeRead() throws IOException {
        MavenProject root = project("pom.xml", root("<modules><module>api</module><module>bad</module></modules>"));
        MavenProject api = project("api/pom.xml", child("api"));
        project("bad/pom.xml", "<artifactId>bad");
        api.setParent(root);

        assertThat(EnclosingReactor.around(api).orElseThrow().modules())
                .contains("api")
                .doesNotContain("bad");
    }

    @Test
    void knowsTheSubprojectsOfMaven4() throws IOException {
        MavenProject root = project("pom.xml", root("<subprojects><subproject>api</subproject></subprojects>"));
        MavenProject api = project("api/pom.xml", child("api"));
        api.setParent(root);

        assertThat(EnclosingReactor.around(api).orElseThrow().modules()).contains("api");
    }

    @Test
    void findsTheSubprojectsThatMaven4Discovers() throws IOException {
        MavenProject root = project("pom.xml", "");
        Files.writeString(
                root.getFile().toPath(),
                "<project xmlns='http://maven.apache.org/POM/4.1.0'>%s</project>"
                        .formatted(root("<packaging>pom</packaging>")));
        MavenProject api = project("api/pom.xml", child("api"));
        project("worker/pom.xml", child("worker"));
        api.setParent(root);

        assertThat(EnclosingReactor.around(api).orElseThrow().modules()).contains("api", "worker");
    }

    @Test
    void isNoneAroundTheRootItself() throws IOException {
        assertThat(EnclosingReactor.around(project("pom.xml", root("<modules><module>api</module></modules>"))))
                .isEmpty();
    }

    @Test
    void isNotThatOfAParentWhichDoesNotListItsChildren() throws IOException {
        MavenProject parent = project("parent/pom.xml", root(""));
        MavenProject api = project("api/pom.xml", child("api"));
        api.setParent(parent);

        assertThat(EnclosingReactor.around(api)).isEmpty();
    }

    @Test
    void isNotThatOfAParentFromARepository() throws IOException {
        MavenProject api = project("api/pom.xml", child("api"));
        api.setParent(new MavenProject());

        assertThat(EnclosingReactor.around(api)).isEmpty();
    }
}
