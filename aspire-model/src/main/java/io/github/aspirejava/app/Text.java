package io.github.aspirejava.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final String template;
    private final Origin origin;
    private final List<TextPart> parts;
    private final Optional<Secret> value;
    private final @Nullable Supplier<Text> reading;
    private volatile @Nullable Text settled;

    private Text(
            String template,
            Origin origin,
            List<TextPart> parts,
            Optional<Secret> value,
            @Nullable Supplier<Text> reading) {
        this.reading = reading;
        this.template = template;
        this.origin = origin;
        this.parts = parts;
        this.value = value;
    }

    /** Returns a literal text, in which braces have no special meaning. */
    public static Text literal(String text) {
        return literal(text, Origin.NONE);
    }

    /** Returns a literal text, in which braces have no special meaning. */
    public static Text literal(String text, Origin origin) {
        return new Text(text, origin, List.of(new TextPart.Literal(text)), Optional.of(new Secret(text)), null);
    }

    /**
     * Parses a text; a reference to an unknown parameter is added to {@code problems}.
     *
     * @param known the model's parameters by name
     */
    public static Text parse(String template, Origin origin, Map<String, Parameter> known, Problems problems) {
        TextParser parser = new TextParser(origin, known, problems);
        List<TextPart> parts = parser.parse(template);
        return of(template, origin, parts, parser.isComplete());
    }

    /**
     * Parses a text that is also allowed to refer to the addresses of services, as in {@code {api.url}},
     * {@code {db.host}} and {@code {db.tcp.port}}, and to percent-encoded values, as in {@code {password:uri}}. As long
     * as it contains an address, it has no value.
     *
     * @param known the model's parameters by name
     */
    public static Text parseDeployed(String template, Origin origin, Map<String, Parameter> known, Problems problems) {
        TextParser parser = new TextParser(origin, known, problems);
        List<TextPart> parts = parser.parseDeployed(template);
        return of(template, origin, parts, parser.isComplete());
    }

    private static Text of(String template, Origin origin, List<TextPart> parts, boolean valid) {
        boolean complete = valid && !template.contains("${");
        StringBuilder value = new StringBuilder();
        for (TextPart part : parts) {
            if (part instanceof TextPart.Literal literal) {
                value.append(literal.text());
            } else if (part instanceof TextPart.ParameterValue parameter
                    && parameter.value().isPresent()) {
                String revealed = parameter.value().get().reveal();
                value.append(parameter.encoded() ? PercentEncoding.of(revealed) : revealed);
            } else {
                complete = false;
            }
        }
        return new Text(
                template, origin, parts, complete ? Optional.of(new Secret(value.toString())) : Optional.empty(), null);
    }

    /**
     * Returns a text whose Maven expressions get their values in the course of the build.
     *
     * @param reading reads the text with the values of that time
     */
    public static Text late(Supplier<Text> reading) {
        Text now = reading.get();
        return new Text(now.template, now.origin, now.parts, now.value, reading);
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

    /** Returns the parts of the text, in their order. */
    public List<TextPart> parts() {
        return now().parts;
    }

    /** Returns the addresses of services that the text refers to. */
    public List<TextPart.Address> addresses() {
        return parts().stream()
                .filter(TextPart.Address.class::isInstance)
                .map(TextPart.Address.class::cast)
                .toList();
    }

    private Stream<Parameter> referred() {
        return parts().stream()
                .filter(TextPart.ParameterValue.class::isInstance)
                .map(part -> ((TextPart.ParameterValue) part).parameter());
    }

    /** Returns the place of the text. */
    public Origin origin() {
        return origin;
    }

    /** Returns the names of the parameters that the text refers to. */
    public Set<String> parameters() {
        return referred().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the parameters that the value consists of and the sources that set them, as a phrase for messages about
     * the value; empty if the text refers to no parameters.
     */
    String parameterSources() {
        return referred()
                .collect(Collectors.toMap(Parameter::name, Parameter::source, (first, second) -> first, TreeMap::new))
                .entrySet()
                .stream()
                .map(parameter -> parameter.getValue().isEmpty()
                        ? "parameter '%s'".formatted(parameter.getKey())
                        : "parameter '%s', set by %s".formatted(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(", and of "));
    }

    /** Returns whether a secret is part of the value, which must not be shown then. */
    public boolean isSecret() {
        return referred().anyMatch(Parameter::secret);
    }

    /** Returns whether the text consists of parameter references only, as a secret in a POM must. */
    public boolean hasOnlyParameters() {
        return !template.isEmpty()
                && TextParser.PARAMETERS
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
