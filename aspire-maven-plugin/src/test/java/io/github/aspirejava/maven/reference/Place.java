package io.github.aspirejava.maven.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A place in which an element is allowed.
 *
 * @param above the ancestors of the element, starting with the child of the root
 */
record Place(List<Element> above, Element element) {
    /** The children that an element requires besides the element under test. */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("parameter", "<name>resource</name>"),
            Map.entry("containerRegistry", "<name>resource</name><endpoint>ghcr.io</endpoint>"),
            Map.entry("credentials", "<username>{user}</username><password>{token}</password>"),
            Map.entry("azureContainerRegistry", "<name>resource</name>"),
            Map.entry("purge", "<schedule>0 1 * * SUN</schedule>"),
            Map.entry("ociLayout", "<name>resource</name>"),
            Map.entry("azureContainerApps", "<name>resource</name>"),
            Map.entry("azureAppService", "<name>resource</name>"),
            Map.entry("dockerCompose", "<name>resource</name>"),
            Map.entry("mount", "<name>data</name><path>/data</path>"),
            Map.entry("javaApp", "<name>api</name>"),
            Map.entry("dockerfile", "<name>edge</name><context>edge</context>"),
            Map.entry("buildSecret", "<name>token</name>"),
            Map.entry("viteApp", "<name>shop</name><server><image>nginx:1.27</image></server>"),
            Map.entry("server", "<image>nginx:1.27</image><root>/srv</root>"),
            Map.entry("container", "<name>cache</name><image>redis:7</image><mirror>true</mirror>"),
            Map.entry("endpoint", "<name>web</name><port>8080</port>"),
            Map.entry("file", "<from>shop</from><to>/srv</to>"));

    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    /** Returns all places in a configuration. */
    static Stream<Place> in(Element configuration) {
        return configuration.content().elements().stream().flatMap(child -> below(List.of(), child));
    }

    private static Stream<Place> below(List<Element> above, Element element) {
        List<Element> around = new ArrayList<>(above);
        around.add(element);
        return Stream.concat(
                Stream.of(new Place(above, element)),
                element.content().elements().stream().flatMap(child -> below(around, child)));
    }

    String name() {
        return element.name();
    }

    /** Returns a configuration with the element and this content, without other required elements. */
    String alone(String content) {
        return around(written(content), Map.of());
    }

    /** Returns a complete model with the element and this content. */
    String complete(String content) {
        return withRegistry(around(written(content), REQUIRED));
    }

    /** Returns the same model without the element. */
    String without() {
        return withRegistry(around("", REQUIRED));
    }

    private String written(String content) {
        return "<%1$s>%2$s</%1$s>".formatted(name(), content);
    }

    private String around(String piece, Map<String, String> required) {
        String inside = piece;
        String last = name();
        for (int i = above.size() - 1; i >= 0; i--) {
            String owner = above.get(i).name();
            inside = "<%1$s>%2$s%3$s</%1$s>".formatted(owner, others(required.getOrDefault(owner, ""), last), inside);
            last = owner;
        }
        return inside;
    }

    /** Returns the required elements without the element under test. */
    private static String others(String required, String written) {
        return required.replaceAll("<(%s)>.*</\\1>".formatted(written), "");
    }

    private String withRegistry(String inside) {
        boolean hasRegistries =
                (above.isEmpty() ? element : above.get(0)).name().equals("registries");
        return hasRegistries ? inside : REGISTRY + inside;
    }

    @Override
    public String toString() {
        return Stream.concat(above.stream(), Stream.of(element))
                .map(Element::name)
                .reduce((left, right) -> left + "/" + right)
                .orElseThrow();
    }
}
