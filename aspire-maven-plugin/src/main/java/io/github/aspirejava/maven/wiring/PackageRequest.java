package io.github.aspirejava.maven.wiring;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.jspecify.annotations.Nullable;

/**
 * The command line and the environment of the Maven that packages modules: those of this Maven, as far as they decide
 * about what is packaged.
 */
final class PackageRequest {
    private static final List<String> JVM_OPTIONS = List.of("MAVEN_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");
    private static final Pattern AGENT = Pattern.compile(
            "-agentlib:|-agentpath:|-javaagent:|-Xrunjdwp|-Xdebug$|-Dcom\\.sun\\.management\\.jmxremote");

    private final MavenSession session;
    private final Modules modules;
    private final String plugin;
    private final Path record;

    /**
     * The selection that is packaged.
     *
     * @param root the project that Maven is started for
     * @param needed the modules that are packaged, and with them those that they depend on
     * @param tested whether their tests are executed
     */
    record Modules(MavenProject root, Set<MavenProject> needed, boolean tested) {}

    /**
     * Creates a request.
     *
     * @param plugin the coordinates of this plugin
     * @param record the directory for the record of what is packaged
     */
    PackageRequest(MavenSession session, Modules modules, String plugin, Path record) {
        this.session = session;
        this.modules = modules;
        this.plugin = plugin;
        this.record = record;
    }

    /**
     * Returns the request.
     *
     * @param log the file that receives the output: the command line's option wins over one in
     *     {@code .mvn/maven.config}, which this Maven and the other would write at once
     */
    InvocationRequest logging(Path log) {
        MavenExecutionRequest outer = session.getRequest();
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBatchMode(true);
        MavenProject root = modules.root();
        request.setPomFile(root.getFile());
        request.setBaseDirectory(root.getBasedir());
        request.addArg("package");
        request.addArg(plugin + ":record-artifacts");
        request.setProjects(modules.needed().stream()
                .map(project -> project.getGroupId() + ':' + project.getArtifactId())
                .sorted()
                .toList());
        request.setAlsoMake(true);
        request.setOffline(outer.isOffline());
        request.setProfiles(profiles(outer));
        existing(outer.getUserSettingsFile()).ifPresent(request::setUserSettingsFile);
        existing(outer.getGlobalSettingsFile()).ifPresent(request::setGlobalSettingsFile);
        request.setLocalRepositoryDirectory(outer.getLocalRepositoryPath());
        request.setJavaHome(new File(session.getSystemProperties().getProperty("java.home")));
        if (outer.getDegreeOfConcurrency() > 1) {
            request.setThreads(Integer.toString(outer.getDegreeOfConcurrency()));
        }
        existing(outer.getUserToolchainsFile()).ifPresent(request::setToolchainsFile);
        existing(outer.getGlobalToolchainsFile()).ifPresent(request::setGlobalToolchainsFile);
        request.setUpdateSnapshots(outer.isUpdateSnapshots());
        if (outer.isNoSnapshotUpdates()) {
            request.addArg("--no-snapshot-updates");
        }
        request.addArg("--log-file");
        request.addArg(log.toString());
        request.setProperties(properties());
        withoutAgents(request);
        return request;
    }

    /** Keeps agents out, such as a debugger: the other JVM could not listen on the port of this one. */
    private static void withoutAgents(InvocationRequest request) {
        for (String variable : JVM_OPTIONS) {
            Optional.ofNullable(System.getenv(variable))
                    .map(PackageRequest::withoutAgents)
                    .ifPresent(options -> request.addShellEnvironment(variable, options));
        }
        request.addShellEnvironment("MAVEN_DEBUG_OPTS", "");
    }

    static String withoutAgents(String options) {
        return Stream.of(options.strip().split("\\s+"))
                .filter(option -> !AGENT.matcher(option).lookingAt())
                .collect(Collectors.joining(" "));
    }

    /**
     * Returns the properties of this build without the plugin's: its own goals take no part in packaging, and secrets
     * must not be on a command line.
     */
    private Properties properties() {
        Properties properties = new Properties();
        session.getUserProperties().forEach((name, value) -> {
            if (!name.toString().startsWith("aspire.")) {
                properties.put(name, value);
            }
        });
        properties.setProperty("aspire.skip", "true");
        properties.setProperty("aspire.record.directory", record.toString());
        if (!modules.tested()) {
            properties.setProperty("skipTests", "true");
        }
        return properties;
    }

    /**
     * Returns a settings file if it exists: Maven names its default files although they need not exist, but accepts
     * only existing ones.
     */
    private static Optional<File> existing(@Nullable File settings) {
        return Optional.ofNullable(settings).filter(File::isFile);
    }

    private static List<String> profiles(MavenExecutionRequest outer) {
        List<String> profiles = new ArrayList<>(outer.getActiveProfiles());
        outer.getInactiveProfiles().forEach(profile -> profiles.add("!" + profile));
        return profiles;
    }
}
