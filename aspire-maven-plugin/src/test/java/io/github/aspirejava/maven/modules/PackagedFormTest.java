package io.github.aspirejava.maven.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagedFormTest {
    @TempDir
    Path directory;

    private final MavenProject project = new MavenProject();
    private final List<PackagedFile> files = new ArrayList<>();
    private final List<ClasspathJar> classpath = new ArrayList<>();

    @BeforeEach
    void build() throws IOException {
        Build build = new Build();
        build.setDirectory(directory.toString());
        build.setFinalName("api-1.0");
        project.setBuild(build);
        project.setFile(directory.resolve("pom.xml").toFile());
        library("one", "org/one/A.class", "org/one/B.class", "META-INF/MANIFEST.MF");
        library("two", "org/two/C.class");
    }

    private void library(String name, String... entries) throws IOException {
        Path file = zip(name + "-1.jar", "", entries);
        classpath.add(new ClasspathJar(
                new Library("org:%s:1".formatted(name), Library.Kind.RELEASE, Files.size(file)), file));
    }

    private Path zip(String name, String manifest, String... entries) throws IOException {
        Path file = directory.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            if (!manifest.isEmpty()) {
                zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
                zip.write(("Manifest-Version: 1.0\r\n" + manifest + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return file;
    }

    private Path packaged(String classifier, String extension, String manifest, String... entries) throws IOException {
        String suffix = classifier.isEmpty() ? "" : '-' + classifier;
        Path file = zip("api-1.0%s.%s".formatted(suffix, extension), manifest, entries);
        files.add(new PackagedFile(classifier, extension, file));
        return file;
    }

    private void plugin(String artifactId, String goal, String configuration)
            throws XmlPullParserException, IOException {
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.apache.maven.plugins");
        plugin.setArtifactId(artifactId);
        PluginExecution execution = new PluginExecution();
        execution.addGoal(goal);
        execution.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>%s</configuration>".formatted(configuration))));
        plugin.addExecution(execution);
        project.getBuild().addPlugin(plugin);
    }

    private void mainArtifact(Path file) {
        project.setArtifact(new DefaultArtifact(
                "com.example", "api", "1.0", "compile", "jar", "", new DefaultArtifactHandler("jar")));
        project.getArtifact().setFile(file.toFile());
    }

    private PackagedForm form() throws IOException, StepException {
        return form(Optional.empty());
    }

    private PackagedForm form(Optional<String> mainClass) throws IOException, StepException {
        return PackagedForm.of(app(mainClass), project, files, classpath).orElseThrow();
    }

    private static JavaApp app(Optional<String> mainClass) {
        Origin origin = new Origin("pom.xml", 7);
        return JavaApp.of(
                        "api",
                        origin,
                        new JavaSource.Module(new Reference("api", origin)),
                        new ImageSettings(Optional.empty(), List.of(), List.of(), Optional.empty()))
                .mainClass(mainClass.map(Text::literal))
                .build();
    }

    private List<String> libraries() throws IOException, StepException {
        return form().classpath().stream().map(jar -> jar.library().id()).toList();
    }

    @Test
    void isTheJarOfTheModuleWithItsClassPath() throws Exception {
        Path jar = packaged("", "jar", "", "app/Main.class");
        packaged("sources", "jar", "Main-Class: app.Main", "app/Main.java");
        packaged("tests", "jar", "", "app/MainTest.class");

        assertThat(form().output()).isEqualTo(new ModuleOutput.Jar(jar));
        assertThat(libraries()).containsExactly("org:one:1", "org:two:1");
    }

    @Test
    void isTheOnlyJarThereIsEvenIfItHasAClassifier() throws Exception {
        Path jar = packaged("app", "jar", "", "app/Main.class");
        packaged("sources", "jar", "", "app/Main.java");

        assertThat(form().output()).isEqualTo(new ModuleOutput.Jar(jar));
        assertThat(libraries()).hasSize(2);
    }

    @Test
    void isWhatSpringBootHasRepackagedWhereverThatIs() throws Exception {
        packaged("", "jar", "", "app/Main.class");
        Path boot = packaged("exec", "jar", "Spring-Boot-Lib: BOOT-INF/lib/", "BOOT-INF/classes/app/Main.class");

        assertThat(form().output()).isEqualTo(new ModuleOutput.BootArchive(boot));
    }

    @Test
    void isTheArchiveOfSpringBootThatStartsTheMainClassOfTheService() throws Exception {
        packaged("", "jar", "", "app/Main.class");
        Path api = packaged("api", "jar", "Spring-Boot-Lib: BOOT-INF/lib/\r\nStart-Class: app.Api");
        Path batch = packaged("batch", "jar", "Spring-Boot-Lib: BOOT-INF/lib/\r\nStart-Class: app.Batch");

        assertThat(form(Optional.of("app.Batch")).output()).isEqualTo(new ModuleOutput.BootArchive(batch));
        assertThat(form(Optional.of("app.Api")).output()).isEqualTo(new ModuleOutput.BootArchive(api));
        assertThatThrownBy(this::form)
                .isInstanceOf(StepException.class)
                .hasMessage(
                        "pom.xml:7: The module of api has several Spring Boot archives: api-1.0-api.jar, which starts app.Api; api-1.0-batch.jar, which starts app.Batch. Write the class of one of them into <mainClass>.");
    }

    @Test
    void isTheMainArchiveOfSpringBootAmongSeveral() throws Exception {
        packaged("batch", "jar", "Spring-Boot-Lib: BOOT-INF/lib/\r\nStart-Class: app.Batch");
        Path main = packaged("", "jar", "Spring-Boot-Lib: BOOT-INF/lib/\r\nStart-Class: app.Api");

        assertThat(form().output()).isEqualTo(new ModuleOutput.BootArchive(main));
    }

    @Test
    void isWhatSpringBootHasRepackagedInThePlaceOfTheJarWithoutAttachingIt() throws Exception {
        Path original = zip("api-1.0.jar.original", "", "app/Main.class");
        Path boot = zip("api-1.0.jar", "Spring-Boot-Lib: BOOT-INF/lib/", "BOOT-INF/classes/app/Main.class");
        plugin("spring-boot-maven-plugin", "repackage", "<attach>false</attach>");
        mainArtifact(original);

        files.addAll(ModuleArtifacts.inThisBuild(project));

        assertThat(form().output()).isEqualTo(new ModuleOutput.BootArchive(boot));
        // Other modules depend on the artifact, which stays a jar of classes.
        assertThat(files.get(0)).isEqualTo(new PackagedFile("", "jar", original));
        assertThat(UsualPlaces.of(project)).isEqualTo(files);
    }

    @Test
    void isWhatSpringBootHasRepackagedBesideTheJarWithoutAttachingIt() throws Exception {
        Path jar = zip("api-1.0.jar", "", "app/Main.class");
        Files.createDirectories(directory.resolve("dist"));
        Path boot = zip("dist/api-1.0-exec.jar", "Spring-Boot-Lib: BOOT-INF/lib/", "BOOT-INF/classes/app/Main.class");
        plugin(
                "spring-boot-maven-plugin",
                "repackage",
                "<attach>false</attach><classifier>exec</classifier><outputDirectory>dist</outputDirectory>");
        mainArtifact(jar);

        files.addAll(ModuleArtifacts.inThisBuild(project));

        assertThat(form().output()).isEqualTo(new ModuleOutput.BootArchive(boot));
        assertThat(files.get(0)).isEqualTo(new PackagedFile("", "jar", jar));
    }

    @Test
    void isNotWhatAnEarlierBuildHasRepackagedWithoutAttachingIt() throws Exception {
        zip("api-1.0.jar", "Spring-Boot-Lib: BOOT-INF/lib/", "BOOT-INF/classes/app/Main.class");
        plugin("spring-boot-maven-plugin", "repackage", "<attach>false</attach>");
        mainArtifact(directory.resolve("classes"));

        assertThat(ModuleArtifacts.inThisBuild(project)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "maven-shade-plugin, shade, <outputFile>api-1.0-fat.jar</outputFile>, api-1.0-fat.jar",
        "maven-shade-plugin, shade, <outputFile>all.jar</outputFile>, all.jar",
        "maven-assembly-plugin, single,"
                + " <attach>false</attach><descriptorRefs><ref>jar-with-dependencies</ref></descriptorRefs>,"
                + " api-1.0-jar-with-dependencies.jar",
        "maven-assembly-plugin, single, <attach>false</attach><finalName>all</finalName>"
                + "<appendAssemblyId>false</appendAssemblyId><descriptors><one>all.xml</one></descriptors>, all.jar",
        "maven-assembly-plugin, single,"
                + " <attach>false</attach><descriptors><one>all.xml</one></descriptors>, api-1.0-everything.jar",
    })
    void isAnUnattachedJarThatHoldsItsLibraries(String plugin, String goal, String configuration, String name)
            throws Exception {
        Files.writeString(directory.resolve("all.xml"), "<assembly><id>everything</id></assembly>");
        Path jar = zip("api-1.0.jar", "", "app/Main.class");
        Path fat = zip(
                name,
                "Main-Class: app.Main",
                "app/Main.class",
                "org/one/A.class",
                "org/one/B.class",
                "org/two/C.class");
        plugin(plugin, goal, configuration);
        mainArtifact(jar);

        files.addAll(ModuleArtifacts.inThisBuild(project));

        assertThat(form().output()).isEqualTo(new ModuleOutput.Jar(fat));
        assertThat(libraries()).isEmpty();
        assertThat(files.get(0)).isEqualTo(new PackagedFile("", "jar", jar));
        assertThat(UsualPlaces.of(project)).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void isAWarForAContainerIfSpringBootHasNotRepackagedIt() throws Exception {
        Path war = packaged("", "war", "", "WEB-INF/web.xml");
        packaged("classes", "jar", "", "app/Main.class");

        assertThat(form().output()).isEqualTo(new ModuleOutput.WebArchive(war));
    }

    @Test
    void isAShadedJarAlone() throws Exception {
        Path jar = packaged(
                "",
                "jar",
                "Main-Class: app.Main",
                "app/Main.class",
                "org/one/A.class",
                "org/one/B.class",
                "org/two/C.class");

        assertThat(form().output()).isEqualTo(new ModuleOutput.Jar(jar));
        assertThat(libraries()).isEmpty();
    }

    @Test
    void isAShadedJarWithoutTheWebPagesThatItHolds() throws Exception {
        library("pages", "META-INF/resources/webjars/pages/index.html");
        library("others", "META-INF/resources/webjars/others/index.html");
        packaged(
                "",
                "jar",
                "Main-Class: app.Main",
                "org/one/A.class",
                "org/one/B.class",
                "org/two/C.class",
                "META-INF/resources/webjars/pages/index.html");

        assertThat(libraries()).containsExactly("org:others:1");
    }

    @Test
    void isAShadedJarWithTheLibrariesThatItDoesNotHold() throws Exception {
        packaged("", "jar", "", "app/Main.class", "org/one/A.class", "org/one/B.class");

        assertThat(libraries()).containsExactly("org:two:1");
    }

    @Test
    void isAShadedJarAloneWhoseClassesHaveBeenMoved() throws Exception {
        plugin(
                "maven-shade-plugin",
                "shade",
                "<relocations><relocation><pattern>org</pattern><shadedPattern>app.hidden</shadedPattern></relocation></relocations>");
        packaged("", "jar", "Main-Class: app.Main", "app/Main.class", "app/hidden/one/A.class");

        assertThat(libraries()).isEmpty();
    }

    @Test
    void keepsTheLibrariesThatTheShadePluginExcludes() throws Exception {
        plugin(
                "maven-shade-plugin",
                "shade",
                "<artifactSet><excludes><exclude>org:t*</exclude></excludes></artifactSet><minimizeJar>true</minimizeJar><relocations><relocation><shadedPattern>app.hidden</shadedPattern></relocation></relocations>");
        packaged("", "jar", "Main-Class: app.Main", "app/Main.class", "app/hidden/one/A.class");

        assertThat(libraries()).containsExactly("org:two:1");
    }

    @Test
    void keepsAllLibrariesIfTheShadePluginHasNotRun() throws Exception {
        plugin("maven-shade-plugin", "shade", "");
        packaged("", "jar", "", "app/Main.class");

        assertThat(libraries()).hasSize(2);
    }

    @Test
    void isAnAssembledJarThatIsAttachedAndNamesItsMainClass() throws Exception {
        packaged("", "jar", "", "app/Main.class");
        Path assembled = packaged(
                "jar-with-dependencies",
                "jar",
                "Main-Class: app.Main",
                "app/Main.class",
                "org/one/A.class",
                "org/one/B.class",
                "org/two/C.class");

        assertThat(form().output()).isEqualTo(new ModuleOutput.Jar(assembled));
        assertThat(libraries()).isEmpty();
    }

    @Test
    void isNotAnAttachedJarThatRunsAnotherProgram() throws Exception {
        Path jar = packaged("", "jar", "Main-Class: app.Server", "app/Server.class");
        packaged(
                "cli",
                "jar",
                "Main-Class: app.Command",
                "app/Command.class",
                "org/one/A.class",
                "org/one/B.class",
                "org/two/C.class");

        assertThat(form().output()).isEqualTo(new ModuleOutput.Jar(jar));
        assertThat(libraries()).hasSize(2);
    }

    @Test
    void isNotAnAttachedJarThatCannotBeRun() throws Exception {
        Path jar = packaged("", "jar", "", "app/Main.class");
        packaged("all", "jar", "", "app/Main.class", "org/one/A.class", "org/one/B.class", "org/two/C.class");

        assertThat(form().output()).isEqualTo(new ModuleOutput.Jar(jar));
    }

    @Test
    void isNothingIfNothingCanBeRun() throws Exception {
        packaged("", "ear", "", "a.war");

        assertThat(PackagedForm.of(app(Optional.empty()), project, files, classpath))
                .isEqualTo(Optional.empty());
    }

    @Test
    void isFoundWhereTheJarPluginPutsIt() throws Exception {
        Files.createDirectories(directory.resolve("dist"));
        Path jar = zip("dist/shop-app.jar", "", "app/Main.class");
        plugin(
                "maven-jar-plugin",
                "jar",
                "<outputDirectory>dist</outputDirectory><finalName>shop</finalName><classifier>app</classifier>");

        assertThat(UsualPlaces.of(project)).containsExactly(new PackagedFile("app", "jar", jar));
    }

    @Test
    void isFoundAtTheUsualPlace() throws Exception {
        Path jar = zip("api-1.0.jar", "", "app/Main.class");
        Path assembled = zip("api-1.0-jar-with-dependencies.jar", "", "app/Main.class");
        plugin(
                "maven-assembly-plugin",
                "single",
                "<descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs>");

        assertThat(UsualPlaces.of(project))
                .containsExactly(
                        new PackagedFile("", "jar", jar), new PackagedFile("jar-with-dependencies", "jar", assembled));
    }

    @Test
    void comesWithItsTestsAtTheUsualPlace() throws Exception {
        Path jar = zip("api-1.0.jar", "", "app/Main.class");
        Path tests = zip("api-1.0-tests.jar", "", "app/MainTest.class");
        plugin("maven-jar-plugin", "test-jar", "");

        assertThat(UsualPlaces.of(project))
                .containsExactly(new PackagedFile("", "jar", jar), new PackagedFile("tests", "jar", tests));
    }

    @Test
    void isRecordedForTheMavenThatHasAskedForIt() throws Exception {
        project.setGroupId("com.example");
        project.setArtifactId("api");
        Path jar = zip("api 1.0.jar", "", "app/Main.class");
        mainArtifact(jar);
        RecordedArtifacts record = new RecordedArtifacts(directory.resolve("record"));

        assertThat(record.read(project)).isEmpty();
        record.write(project);

        assertThat(record.read(project)).contains(List.of(new PackagedFile("", "jar", jar)));
    }
}
