package io.github.aspirejava.builder.frontend;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The version of Node that a front end asks for, as version managers read it.
 *
 * @param tag the tag of the image, such as {@code 20} or {@code 20.11.1}
 * @param source the file that asks for it
 */
record NodeVersion(String tag, Path source) {
    private static final List<String> FILES = List.of(".nvmrc", ".node-version");
    private static final String TOOLS = ".tool-versions";

    private static final Map<String, String> LONG_TERM_SUPPORT = Map.ofEntries(
            Map.entry("*", "lts"),
            Map.entry("hydrogen", "18"),
            Map.entry("iron", "20"),
            Map.entry("jod", "22"),
            Map.entry("krypton", "24"),
            Map.entry("gallium", "16"),
            Map.entry("fermium", "14"));

    private static final Pattern NUMBER = Pattern.compile("[vV]?([0-9]+(?:\\.[0-9]+){0,2})(?:\\.[xX*])*");
    private static final Pattern TOOL = Pattern.compile("(?m)^\\s*node(?:js)?\\s+(\\S+)");

    /** Returns the version that the first of these directories asks for; empty if none does. */
    static Optional<NodeVersion> of(List<Path> directories) throws IOException {
        for (Path directory : directories) {
            Optional<NodeVersion> found = in(directory);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<NodeVersion> in(Path directory) throws IOException {
        for (String name : FILES) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                Optional<NodeVersion> version = lines(file)
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .flatMap(NodeVersion::tag)
                        .map(tag -> new NodeVersion(tag, file));
                if (version.isPresent()) {
                    return version;
                }
            }
        }
        Path tools = directory.resolve(TOOLS);
        if (Files.isRegularFile(tools)) {
            Matcher tool = TOOL.matcher(text(tools));
            if (tool.find()) {
                return tag(tool.group(1)).map(tag -> new NodeVersion(tag, tools));
            }
        }
        return inDescription(directory.resolve(FrontEnd.DESCRIPTION));
    }

    private static Optional<NodeVersion> inDescription(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode description = Json.parse(Files.readAllBytes(file));
        JsonNode runtime = description.path("devEngines").path("runtime");
        String dev = runtime.path("name").asText("").equals("node")
                ? runtime.path("version").asText("")
                : "";
        return Stream.of(
                        tag(description.path("volta").path("node").asText("")),
                        VersionRange.parse(dev).flatMap(VersionRange::tag),
                        VersionRange.parse(
                                        description.path("engines").path("node").asText(""))
                                .flatMap(VersionRange::tag))
                .flatMap(Optional::stream)
                .findFirst()
                .map(tag -> new NodeVersion(tag, file));
    }

    /** Returns the tag for a version, or for a name of one. */
    private static Optional<String> tag(String version) {
        String name = version.toLowerCase(Locale.ROOT);
        if (name.startsWith("lts/")) {
            return Optional.ofNullable(LONG_TERM_SUPPORT.get(name.substring("lts/".length())));
        }
        if (List.of("node", "stable", "latest", "current").contains(name)) {
            return Optional.of("current");
        }
        if (name.equals("lts")) {
            return Optional.of("lts");
        }
        Matcher number = NUMBER.matcher(name);
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    /** Returns whether a version of Node, such as {@code v20.11.1}, is the one that is asked for. */
    boolean accepts(String installed) {
        return !Character.isDigit(tag.charAt(0)) || (installed.replaceFirst("^v", "") + '.').startsWith(tag + '.');
    }

    private static Stream<String> lines(Path file) throws IOException {
        return text(file).lines();
    }

    private static String text(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
