package io.github.aspirejava.app;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of the model that may refer to parameters: <code>{name}</code> stands for the parameter's value, <code>
 * {{name}}</code> for itself. As long as a parameter has no value the text has none either, which is no mistake: a plan
 * needs no values. Nor has a text a value with an expression of Maven's that nobody could evaluate; whoever evaluates
 * them reports that.
 */
public final class Text {
    private static final Pattern PARAMETER =
            Pattern.compile("(?<!\\$)\\{\\{[A-Za-z][A-Za-z0-9-]*}}|(?<!\\$)\\{([A-Za-z][A-Za-z0-9-]*)}");

    private final String template;
    private final Origin origin;
    private final Map<String, String> parameters;
    private final Optional<Secret> value;
    private final boolean secret;

    private Text(
            String template, Origin origin, Map<String, String> parameters, Optional<Secret> value, boolean secret) {
        this.template = template;
        this.origin = origin;
        this.parameters = parameters;
        this.value = value;
        this.secret = secret;
    }

    /** A text that stands for itself, whatever it contains. */
    public static Text literal(String text) {
        return literal(text, Origin.NONE);
    }

    /** A text that stands for itself, whatever it contains. */
    public static Text literal(String text, Origin origin) {
        return new Text(text, origin, Map.of(), Optional.of(new Secret(text)), false);
    }

    /**
     * Reads a text; a reference to an unknown parameter is noted in {@code problems}.
     *
     * @param known the model's parameters by name
     */
    public static Text parse(String template, Origin origin, Map<String, Parameter> known, Problems problems) {
        Map<String, String> sources = new TreeMap<>();
        StringBuilder value = new StringBuilder();
        boolean complete = !template.contains("${");
        boolean secret = false;
        Matcher matcher = PARAMETER.matcher(template);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (name == null) {
                matcher.appendReplacement(value, "");
                value.append(template, matcher.start() + 1, matcher.end() - 1);
                continue;
            }
            Parameter parameter = known.get(name);
            if (parameter == null) {
                reportUnknown(name, origin, known, problems);
                complete = false;
                continue;
            }
            sources.put(name, parameter.source());
            secret |= parameter.secret();
            complete &= parameter.value().isPresent();
            matcher.appendReplacement(value, "");
            value.append(parameter.value().map(Secret::reveal).orElse(""));
        }
        matcher.appendTail(value);
        return new Text(
                template,
                origin,
                sources,
                complete ? Optional.of(new Secret(value.toString())) : Optional.empty(),
                secret);
    }

    private static void reportUnknown(String name, Origin origin, Map<String, Parameter> known, Problems problems) {
        String fix = NearestName.of(name, known.keySet())
                .map(nearest -> "Write {%s}".formatted(nearest))
                .orElse("Declare it: <parameter>%s</parameter>, or write {{%s}} for the text itself"
                        .formatted(name, name));
        problems.add(origin, "There is no parameter '%s'".formatted(name), fix);
    }

    /** Where the text stands. */
    public Origin origin() {
        return origin;
    }

    /** The names of the parameters it refers to. */
    public Set<String> parameters() {
        return Collections.unmodifiableSet(parameters.keySet());
    }

    /**
     * The parameters that its value consists of, and the places that set them, as a sentence for messages about the
     * value; empty if it refers to none.
     */
    String parameterSources() {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getValue().isEmpty()
                        ? "parameter '%s'".formatted(parameter.getKey())
                        : "parameter '%s', set by %s".formatted(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(", and of "));
    }

    /** Whether a secret is part of its value: then the value must not be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** Whether it consists of references to parameters only, as a secret in a POM must. */
    public boolean hasOnlyParameters() {
        return !template.isEmpty()
                && PARAMETER
                        .matcher(template)
                        .replaceAll(match -> match.group(1) == null ? "literal" : "")
                        .isEmpty();
    }

    /** The text with its parameters' values, if each has one. */
    public Optional<String> value() {
        return value.map(Secret::reveal);
    }

    /**
     * The text with its parameters' values.
     *
     * @throws IllegalStateException if one has no value: the step {@code process-parameters} has not been waited for
     */
    public String require() {
        return value().orElseThrow(
                        () -> new IllegalStateException("'%s' has parameters without a value".formatted(template)));
    }

    /** The text as written: parameters' values, which may be secrets, don't show. */
    @Override
    public String toString() {
        return template;
    }
}
