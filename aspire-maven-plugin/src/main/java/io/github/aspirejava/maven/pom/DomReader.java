package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Converts Maven's representation of the configuration into {@link PomElement}s with positions and evaluated Maven
 * expressions.
 */
final class DomReader {
    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{([^}]+)}");

    private final PomFiles files;
    private final UnaryOperator<String> evaluator;
    private final Problems problems;

    /**
     * Creates a reader.
     *
     * @param evaluator evaluates the expressions left in a text, and leaves those that it cannot evaluate
     */
    DomReader(PomFiles files, UnaryOperator<String> evaluator, Problems problems) {
        this.files = files;
        this.evaluator = evaluator;
        this.problems = problems;
    }

    /**
     * Reads an element and its descendants.
     *
     * @param parent the position that is used for an element without a position of its own
     */
    PomElement read(Xpp3Dom dom, Origin parent) {
        Origin origin = files.origin(dom.getInputLocation(), parent);
        List<PomElement> children = new ArrayList<>();
        for (Xpp3Dom child : dom.getChildren()) {
            children.add(read(child, origin));
        }
        if (files.hasStrayText(dom.getName(), dom.getInputLocation())) {
            problems.add(
                    origin,
                    "<%s> has a text beside its elements, which Maven ignores".formatted(dom.getName()),
                    "Write it into an element of its own, or remove it");
        }
        String text = dom.getValue();
        String value = children.isEmpty() && text != null ? evaluate(text.strip(), origin) : "";
        return new PomElement(dom.getName(), value, children, attributes(dom), origin);
    }

    private String evaluate(String text, Origin origin) {
        if (!text.contains("${")) {
            return text;
        }
        String evaluated = evaluator.apply(text);
        Matcher matcher = UNRESOLVED.matcher(evaluated);
        while (matcher.find()) {
            problems.add(
                    origin,
                    "The property ${%s} has no value".formatted(matcher.group(1)),
                    "Define it in <properties> or with -D%s=…".formatted(matcher.group(1)));
        }
        return evaluated;
    }

    private static Map<String, String> attributes(Xpp3Dom dom) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : dom.getAttributeNames()) {
            if (!name.startsWith("combine.") && !name.startsWith("xml:")) {
                attributes.put(name, dom.getAttribute(name));
            }
        }
        return attributes;
    }
}
