package io.github.aspirejava.app;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text of the model that may refer to parameters: {@code {name}} stands for the parameter's value, {@code {{name}}}
 * for a literal {@code {name}}. As long as a parameter has no value, the text has no value either. This is not a
 * mistake, because a plan needs no values. A text with a Maven expression that cannot be evaluated has no value either;
 * the evaluator of the expressions reports that.
 *
 * <p>A {@linkplain #late late} text is read again each time, until it is {@linkplain #settle settled}.
 */
public final class Text {
    private static final Pattern PARAMETER =
            Pattern.compile("(?<!\\$)\\{\\{[A-Za-z][A-Za-z0-9-]*}}|(?<!\\$)\\{([A-Za-z][A-Za-z0-9-]*)}");

    private final String template;
    private final Origin origin;
    private final Map<String, String> parameters;
    private final Optional<Secret> value;
    private final boolean secret;
    private final @Nullable Supplier<Text> reading;
    private volatile @Nullable Text settled;

    private Text(
            String template, Origin origin, Map<String, String> parameters, Optional<Secret> value, boolean secret) {
        this(template, origin, parameters, value, secret, null);
    }

    private Text(
            String template,
            Origin origin,
            Map<String, String> parameters,
            Optional<Secret> value,
            boolean secret,
            @Nullable Supplier<Text> reading) {
        this.reading = reading;
        this.template = template;
        this.origin = origin;
        this.parameters = parameters;
        this.value = value;
        this.secret = secret;
    }

    /** Returns a literal text, in which braces have no special meaning. */
    public static Text literal(String text) {
        return literal(text, Origin.NONE);
    }

    /** Returns a literal text, in which braces have no special meaning. */
    public static Text literal(String text, Origin origin) {
        return new Text(text, origin, Map.of(), Optional.of(new Secret(text)), false);
    }

    /**
     * Parses a text; a reference to an unknown parameter is added to {@code problems}.
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

    /**
     * Returns a text whose Maven expressions get their values in the course of the build.
     *
     * @param reading reads the text with the values of that time
     */
    public static Text late(Supplier<Text> reading) {
        Text now = reading.get();
        return new Text(now.template, now.origin, now.parameters, now.value, now.secret, reading);
    }

    /**
     * Fixes the value of a late text; has no effect on others.
     *
     * @return whether this was the first call for a late text
     */
    public boolean settle() {
        if (reading == null || settled != null) {
            return false;
        }
        settled = reading.get();
        return true;
    }

    /** Returns whether the text has Maven expressions that get their values in the course of the build. */
    public boolean isLate() {
        return reading != null;
    }

    private Text now() {
        Text fixed = settled;
        if (fixed != null) {
            return fixed;
        }
        return reading == null ? this : reading.get();
    }

    private static void reportUnknown(String name, Origin origin, Map<String, Parameter> known, Problems problems) {
        String fix = NearestName.of(name, known.keySet())
                .map(nearest -> "Write {%s}".formatted(nearest))
                .orElse("Declare it: <parameter>%s</parameter>, or write {{%s}} for the text itself"
                        .formatted(name, name));
        problems.add(origin, "There is no parameter '%s'".formatted(name), fix);
    }

    /** Returns the place of the text. */
    public Origin origin() {
        return origin;
    }

    /** Returns the names of the parameters that the text refers to. */
    public Set<String> parameters() {
        return Collections.unmodifiableSet(now().parameters.keySet());
    }

    /**
     * Returns the parameters that the value consists of and the sources that set them, as a phrase for messages about
     * the value; empty if the text refers to no parameters.
     */
    String parameterSources() {
        return now().parameters.entrySet().stream()
                .map(parameter -> parameter.getValue().isEmpty()
                        ? "parameter '%s'".formatted(parameter.getKey())
                        : "parameter '%s', set by %s".formatted(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(", and of "));
    }

    /** Returns whether a secret is part of the value, which must not be shown then. */
    public boolean isSecret() {
        return now().secret;
    }

    /** Returns whether the text consists of parameter references only, as a secret in a POM must. */
    public boolean hasOnlyParameters() {
        return !template.isEmpty()
                && PARAMETER
                        .matcher(template)
                        .replaceAll(match -> match.group(1) == null ? "literal" : "")
                        .isEmpty();
    }

    /** Returns the text with the values of its parameters; empty unless each parameter has a value. */
    public Optional<String> value() {
        return now().value.map(Secret::reveal);
    }

    /**
     * Returns the text with the values of its parameters.
     *
     * @throws IllegalStateException if a parameter has no value: the caller has not waited for the step
     *     {@code process-parameters}
     */
    public String require() {
        return value().orElseThrow(() ->
                new IllegalStateException("'%s' has parameters without a value".formatted(now().template)));
    }

    /** Returns the text as written, without the values of parameters, which may be secrets. */
    @Override
    public String toString() {
        return now().template;
    }
}
