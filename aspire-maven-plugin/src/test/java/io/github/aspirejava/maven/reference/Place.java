package io.github.aspirejava.maven.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A place where an element may stand.
 *
 * @param above the elements around it, from the root's children on
 */
record Place(List<Element> above, Element element) {
    /** What elements need to be there, besides the one that is looked at. */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("parameter", "<name>resource</name>"),
            Map.entry("containerRegistry", "<name>resource</name><endpoint>ghcr.io</endpoint>"),
            Map.entry("credentials", "<username>{user}</username><password>{token}</password>"),
            Map.entry("azureContainerRegistry", "<name>resource</name>"),
            Map.entry("purge", "<schedule>0 1 * * SUN</schedule>"),
            Map.entry("ociLayout", "<name>resource</name>"),
            Map.entry("azureContainerApps", "<name>resource</name>"),
            Map.entry("azureAppService", "<name>resource</name>"),
            Map.entry("javaApp", "<name>api</name>"),
            Map.entry("dockerfile", "<name>edge</name><context>edge</context>"),
            Map.entry("buildSecret", "<name>token</name>"),
            Map.entry("viteApp", "<name>shop</name><server><image>nginx:1.27</image></server>"),
            Map.entry("server", "<image>nginx:1.27</image><root>/srv</root>"),
            Map.entry("container", "<name>cache</name><image>redis:7</image><mirror>true</mirror>"),
            Map.entry("endpoint", "<name>web</name><port>8080</port>"),
            Map.entry("file", "<from>shop</from><to>/srv</to>"));

    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    /** All places in a configuration. */
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

    /** A configuration with the element and this content, and nothing that is required besides. */
    String alone(String content) {
        return around(written(content), Map.of());
    }

    /** A model that is complete, with the element and this content. */
    String complete(String content) {
        return withRegistry(around(written(content), REQUIRED));
    }

    /** The same model without the element. */
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

    /** What is required, without the element that is written itself. */
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
