package io.github.aspirejava.it;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A mistake in the sample shop, made by changing a fresh copy, and the expected content of its one-line message.
 *
 * @param name the name of the mistake
 * @param change the change that makes it
 * @param firstLine the text of the first line of the POM that the error may name
 * @param lastLine the text of the last line of the POM, not before {@code firstLine}, that the error may name
 * @param properties the properties of the build
 * @param words the words in the line of the error
 */
record BadInput(
        String name,
        Consumer<Sample> change,
        String firstLine,
        String lastLine,
        Map<String, String> properties,
        List<String> words) {
    static final String POM = "pom.xml";

    private static final String API = "<name>api</name>";
    private static final String API_CLASS = "api/src/main/java/com/example/shop/api/Api.java";
    private static final String MAIN = "public static void main";
    private static final String REGISTRY = "<registry>${shop.registry}</registry>";

    /** Returns every mistake that has a position in the POM. */
    static List<BadInput> all() {
        List<BadInput> all = new ArrayList<>(mistakesInOneElement());
        all.addAll(mistakesOfAService());
        return all;
    }

    private static List<BadInput> mistakesInOneElement() {
        return List.of(
                in("<module>nowhere</module>", "a module that is not there", insertInApi("<module>nowhere</module>"))
                        .saying("nowhere"),
                in(
                                "<registry>regstry</registry>",
                                "a registry that is not there",
                                replaceInPom(REGISTRY, "<registry>regstry</registry>"))
                        .saying("regstry", "Write registry"),
                in(
                                "<imageName>Shop/Api</imageName>",
                                "upper case in an image name",
                                insertInApi("<imageName>Shop/Api</imageName>"))
                        .saying("Shop/Api", "shop/api"),
                in(
                                "<endpoint>https://ghcr.io</endpoint>",
                                "a scheme in an endpoint",
                                replaceInPom(
                                        "<endpoint>{registry-endpoint}</endpoint>",
                                        "<endpoint>https://ghcr.io</endpoint>"))
                        .saying("https://ghcr.io"),
                in("<tag>v 1</tag>", "a blank in a tag", insertInApi("<tags>\n<tag>v 1</tag>\n</tags>"))
                        .saying("v 1"),
                in(
                                "<baseImage>oci:no-such-layout</baseImage>",
                                "a base image that can't be read",
                                replaceInPom(
                                        "<baseImage>${shop.base}</baseImage>",
                                        "<baseImage>oci:no-such-layout</baseImage>"))
                        .saying("no-such-layout"),
                in(
                                "<jvmFlag>-Xmx64m</jvmFlag>",
                                "an element that nobody knows",
                                insertInApi("<jvmFlag>-Xmx64m</jvmFlag>"))
                        .saying("<jvmFlag>", "<jvmFlags>"),
                in(
                                "<javaApp name=\"api\">",
                                "an attribute",
                                replaceInPom("<javaApp>\n              " + API, "<javaApp name=\"api\">"))
                        .saying("name", "<name>"));
    }

    private static List<BadInput> mistakesOfAService() {
        return List.of(
                inApi("a module that is not packaged", shop -> {})
                        .with("aspire.package.skip", "true")
                        .with("aspire.services", "api")
                        .saying("api", "package"),
                inApi("no main class", replace(API_CLASS, MAIN, "static void start"))
                        .saying("api", "mainClass"),
                inApi(
                                "two main classes",
                                shop -> shop.write(
                                        "api/src/main/java/com/example/shop/api/Other.java",
                                        shop.read(API_CLASS).replace("Api", "Other")))
                        .saying("com.example.shop.api.Api", "com.example.shop.api.Other", "mainClass"),
                inApi("two registries and no choice", replaceInPom(REGISTRY, ""))
                        .saying("api", "registry", "bundle"),
                inServices(
                                "a circle of files",
                                replaceInPom(API, API + filesFrom("worker"))
                                        .andThen(replaceInPom(
                                                "<name>worker</name>", "<name>worker</name>" + filesFrom("api"))))
                        .saying("api", "worker"));
    }

    private static BadInput in(String line, String name, Consumer<Sample> change) {
        return new BadInput(name, change, line, line, Map.of(), List.of());
    }

    /** Returns a mistake of the service as a whole, for which any line of its element is correct. */
    private static BadInput inApi(String name, Consumer<Sample> change) {
        return new BadInput(name, change, "<javaApp>", "</javaApp>", Map.of(), List.of());
    }

    private static BadInput inServices(String name, Consumer<Sample> change) {
        return new BadInput(name, change, "<services>", "</services>", Map.of(), List.of());
    }

    private BadInput with(String property, String value) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new BadInput(name, change, firstLine, lastLine, more, words);
    }

    private BadInput saying(String... wanted) {
        return new BadInput(name, change, firstLine, lastLine, properties, List.of(wanted));
    }

    private static Consumer<Sample> insertInApi(String elements) {
        return replaceInPom(API, API + "\n" + elements);
    }

    private static Consumer<Sample> replaceInPom(String old, String replacement) {
        return replace(POM, old, replacement);
    }

    private static Consumer<Sample> replace(String file, String old, String replacement) {
        return shop -> shop.replace(file, old, replacement);
    }

    private static String filesFrom(String service) {
        return "<files><file><from>" + service + "</from><path>/app</path><to>/app/resources/" + service
                + "</to></file></files>";
    }

    @Override
    public String toString() {
        return name;
    }
}
