import java.io.File;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.Maven;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequestPopulator;
import org.apache.maven.execution.MavenExecutionResult;
import org.codehaus.plexus.DefaultContainerConfiguration;
import org.codehaus.plexus.DefaultPlexusContainer;
import org.codehaus.plexus.PlexusConstants;
import org.codehaus.plexus.classworlds.ClassWorld;

/**
 * A JVM that stays while builds come and go, as that of an IDE or of a daemon: one container, and with it one cache of
 * plugins, for all of them. It runs on the class path of an installed Maven 3.9, which also compiles it.
 *
 * <p>Each argument is a command: {@code build DIRECTORY GOAL…}, {@code cancel DIRECTORY GOAL…} (interrupts it at the first step),
 * {@code replace FILE OLD NEW} or {@code state}.
 */
public final class ResidentMaven {
    private static final long ENDING_MILLIS = 2_000;

    private final DefaultPlexusContainer container;

    private ResidentMaven() throws Exception {
        ClassWorld world = new ClassWorld("plexus.core", ResidentMaven.class.getClassLoader());
        container = new DefaultPlexusContainer(new DefaultContainerConfiguration()
                .setClassWorld(world)
                .setRealm(world.getRealm("plexus.core"))
                .setClassPathScanning(PlexusConstants.SCANNING_INDEX)
                .setAutoWiring(true)
                .setJSR250Lifecycle(true)
                .setName("maven"));
        container.setLookupRealm(null);
        Thread.currentThread().setContextClassLoader(container.getContainerRealm());
    }

    public static void main(String[] commands) throws Exception {
        ResidentMaven maven = new ResidentMaven();
        for (String command : commands) {
            List<String> words = List.of(command.split(" "));
            List<String> rest = words.subList(1, words.size());
            switch (words.get(0)) {
                case "build" -> maven.build(rest, new AbstractExecutionListener());
                case "cancel" -> maven.build(rest, new Interruption(Thread.currentThread()));
                case "replace" -> {
                    Path file = Path.of(rest.get(0));
                    Files.writeString(file, Files.readString(file).replace(rest.get(1), rest.get(2)));
                }
                default -> state();
            }
        }
    }

    private void build(List<String> words, AbstractExecutionListener listener) throws Exception {
        File directory = new File(words.get(0));
        Properties system = new Properties();
        system.putAll(System.getProperties());
        system.put("user.dir", directory.getPath());
        system.put("maven.multiModuleProjectDirectory", directory.getPath());
        system.put("maven.version", version());
        MavenExecutionRequest request = new DefaultMavenExecutionRequest()
                .setGoals(words.subList(1, words.size()))
                .setPom(new File(directory, "pom.xml"))
                .setSystemProperties(system)
                .setUserProperties(new Properties())
                .setInteractiveMode(false)
                .setStartTime(new Date())
                .setExecutionListener(listener);
        request.setBaseDirectory(directory);
        request.setMultiModuleProjectDirectory(directory);
        request.setLocalRepositoryPath(System.getProperty("resident.repository"));
        container.lookup(MavenExecutionRequestPopulator.class).populateDefaults(request);
        MavenExecutionResult result = container.lookup(Maven.class).execute(request);
        boolean interrupted = Thread.interrupted();
        List<String> failures = new ArrayList<>();
        result.getExceptions().forEach(failure -> failures.add(failure.getMessage()));
        System.out.println("BUILD " + (failures.isEmpty() ? "ok" : "failed: " + failures)
                + (interrupted ? " interrupted" : ""));
    }

    private static String version() throws Exception {
        Properties properties = new Properties();
        try (InputStream stream = Maven.class.getResourceAsStream(
                "/META-INF/maven/org.apache.maven/maven-core/pom.properties")) {
            properties.load(stream);
        }
        return properties.getProperty("version");
    }

    private static void state() throws InterruptedException {
        for (Thread thread : threads()) {
            // Threads that are ending are not left over.
            thread.join(ENDING_MILLIS);
        }
        System.gc();
        System.out.println("CLASSES "
                + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        System.out.println(
                "THREADS " + threads().stream().map(Thread::getName).toList());
    }

    /** Returns the living threads of the plugin. */
    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith("aspire"))
                .toList();
    }

    /** Interrupts the build while the goal of the plugin waits: as soon as a step of it runs. */
    private static final class Interruption extends AbstractExecutionListener {
        private static final Pattern WORKER = Pattern.compile("aspire-[0-9]+");

        private final Thread build;

        Interruption(Thread build) {
            this.build = build;
        }

        @Override
        public void mojoStarted(ExecutionEvent event) {
            if (event.getMojoExecution().getArtifactId().equals("aspire-maven-plugin")) {
                Thread watcher = new Thread(this::interrupt);
                watcher.setDaemon(true);
                watcher.start();
            }
        }

        private void interrupt() {
            while (Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> WORKER.matcher(thread.getName()).matches())) {
                Thread.onSpinWait();
            }
            build.interrupt();
        }
    }
}
