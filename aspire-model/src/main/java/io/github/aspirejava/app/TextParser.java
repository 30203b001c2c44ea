package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Splits texts of the model into literals, values of parameters and, where they are allowed, addresses of services. */
final class TextParser {
    private static final String NAME = "[A-Za-z][A-Za-z0-9-]*";

    /** A literal in doubled braces, or a reference to a parameter. */
    static final Pattern PARAMETERS = Pattern.compile("(?<!\\$)\\{\\{%1$s}}|(?<!\\$)\\{(%1$s)}".formatted(NAME));

    /** As above, with a format for a parameter, and with the addresses of services. */
    private static final Pattern DEPLOYED = Pattern.compile(
            "(?<!\\$)\\{\\{%1$s(?:[.:][A-Za-z0-9.-]+)?}}|(?<!\\$)\\{(%1$s)(?:(:[A-Za-z]+)|((?:\\.[A-Za-z0-9-]+){1,2}))?}"
                    .formatted(NAME));

    private final Origin origin;
    private final Map<String, Parameter> known;
    private final Problems problems;
    private boolean complete = true;

    TextParser(Origin origin, Map<String, Parameter> known, Problems problems) {
        this.origin = origin;
        this.known = known;
        this.problems = problems;
    }

    /** Returns whether everything in the texts so far was understood. */
    boolean isComplete() {
        return complete;
    }

    /** Parses a text that may refer to parameters. */
    List<TextPart> parse(String template) {
        return parse(template, PARAMETERS);
    }

    /** Parses a text that may refer to parameters and to the addresses of services. */
    List<TextPart> parseDeployed(String template) {
        return parse(template, DEPLOYED);
    }

    private List<TextPart> parse(String template, Pattern grammar) {
        List<TextPart> parts = new ArrayList<>();
        Matcher matcher = grammar.matcher(template);
        int end = 0;
        while (matcher.find()) {
            add(parts, template.substring(end, matcher.start()));
            end = matcher.end();
            String name = matcher.group(1);
            if (name == null) {
                add(parts, template.substring(matcher.start() + 1, matcher.end() - 1));
            } else if (matcher.groupCount() > 1 && matcher.group(3) != null) {
                address(name, matcher.group(3).substring(1)).ifPresent(parts::add);
            } else {
                String format = matcher.groupCount() > 1 && matcher.group(2) != null ? matcher.group(2) : "";
                parameter(name, format).ifPresent(parts::add);
            }
        }
        add(parts, template.substring(end));
        return List.copyOf(parts);
    }

    private static void add(List<TextPart> parts, String literal) {
        if (!literal.isEmpty()) {
            parts.add(new TextPart.Literal(literal));
        }
    }

    private Optional<TextPart> parameter(String name, String format) {
        Parameter parameter = known.get(name);
        if (parameter == null) {
            String fix = NearestName.of(name, known.keySet())
                    .map(nearest -> "Write {%s}".formatted(nearest))
                    .orElse("Declare it: <parameter>%s</parameter>, or write {{%s}} for the text itself"
                            .formatted(name, name));
            complete = false;
            problems.add(origin, "There is no parameter '%s'".formatted(name), fix);
            return Optional.empty();
        }
        if (!format.isEmpty() && !format.equals(":uri")) {
            problems.add(
                    origin,
                    "{%s%s} has the unknown format '%s'".formatted(name, format, format.substring(1)),
                    "Write {%1$s} for the value itself, or {%1$s:uri} for the value in a URI".formatted(name));
        }
        return Optional.of(new TextPart.ParameterValue(parameter, parameter.value(), !format.isEmpty()));
    }

    private Optional<TextPart> address(String service, String path) {
        int dot = path.indexOf('.');
        Optional<String> endpoint = dot < 0 ? Optional.empty() : Optional.of(path.substring(0, dot));
        String word = path.substring(dot + 1);
        Optional<TextPart.Address.Property> property = TextPart.Address.Property.of(word);
        if (property.isEmpty()) {
            complete = false;
            List<String> words = Arrays.stream(TextPart.Address.Property.values())
                    .map(TextPart.Address.Property::word)
                    .toList();
            String prefix = endpoint.map(name -> service + "." + name).orElse(service);
            problems.add(
                    origin,
                    "{%s.%s} asks for '%s', which an address does not have".formatted(service, path, word),
                    NearestName.of(word, words)
                            .map(nearest -> "Write {%s.%s}".formatted(prefix, nearest))
                            .orElseGet(() -> "Write one of %s, or {{%s.%s}} for the text itself"
                                    .formatted(
                                            words.stream()
                                                    .map(known -> "{%s.%s}".formatted(prefix, known))
                                                    .collect(Collectors.joining(", ")),
                                            service,
                                            path)));
            return Optional.empty();
        }
        return property.map(known -> new TextPart.Address(service, endpoint, known));
    }
}
