package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The types of Azure's resources as they are published in <a
 * href="https://github.com/Azure/bicep-types-az">bicep-types-az</a>, if there is a copy of them.
 *
 * <p>They are looked up in the directory that the system property {@code aspire.it.azure.types} names, else in
 * {@code ../shared/azure-types} beside the checkout. No test depends on them: they detect errors in
 * {@link PropertyTable}.
 */
final class PublishedTypes {
    private static final String PROPERTY = "aspire.it.azure.types";
    private static final String BESIDE_CHECKOUT = "../shared/azure-types";

    private final Map<String, Definition> definitions = new HashMap<>();

    private record Definition(TypeFile file, JsonNode body) {}

    /** Returns the types on this machine, if there is a copy. */
    static Optional<PublishedTypes> find() {
        return Once.FOUND;
    }

    /** Holds the types: they are a megabyte, and the same for all tests. */
    private static final class Once {
        static final Optional<PublishedTypes> FOUND = search();
    }

    private static Optional<PublishedTypes> search() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(Path::of)
                .or(() -> checkout().map(root -> root.resolve(BESIDE_CHECKOUT)))
                .filter(Files::isDirectory)
                .map(PublishedTypes::read);
    }

    boolean has(ResourceType type, String apiVersion) {
        return definitions.containsKey(key(type, apiVersion));
    }

    /**
     * Returns the errors in a body, by the types.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    List<String> check(ResourceType type, String apiVersion, String name, JsonNode body) {
        Definition definition = definitions.get(key(type, apiVersion));
        if (definition == null) {
            throw new IllegalArgumentException("There are no types of " + key(type, apiVersion));
        }
        ObjectNode whole = body.deepCopy();
        whole.remove(List.of("id", "type"));
        whole.put("name", name);
        List<String> findings = new ArrayList<>();
        definition.file().check("$", whole, definition.body(), findings);
        return findings;
    }

    private static PublishedTypes read(Path directory) {
        PublishedTypes types = new PublishedTypes();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(PublishedTypes::parse)
                    .forEach(types::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private void add(TypeFile file) {
        file.resources()
                .forEach((name, body) -> definitions.put(name.toLowerCase(Locale.ROOT), new Definition(file, body)));
    }

    private static TypeFile parse(Path file) {
        try {
            return new TypeFile(Incoming.JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(ResourceType type, String apiVersion) {
        return (type.type() + '@' + apiVersion).toLowerCase(Locale.ROOT);
    }

    private static Optional<Path> checkout() {
        for (Path directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve(".mvn"))) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }
}
