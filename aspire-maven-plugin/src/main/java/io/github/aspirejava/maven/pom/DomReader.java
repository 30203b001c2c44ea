package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** Texts inside of services that decide about names or the graph, and have to be known when both are made. */
    private static final Set<String> EARLY =
            Set.of("imageName", "image", "context", "file", "directory", "outputDirectory", "appRoot");

    private final Expressions expressions;
    private final List<PomElement> late = new ArrayList<>();
    private final Problems problems;

    /**
     * Creates a reader.
     *
     * @param expressions the expressions left in texts; those of services may get their values later
     */
    DomReader(PomFiles files, Expressions expressions, Problems problems) {
        this.files = files;
        this.expressions = expressions;
        this.problems = problems;
    }

    /**
     * Reads an element and its descendants.
     *
     * @param parent the position that is used for an element without a position of its own
     */
    PomElement read(Xpp3Dom dom, Origin parent) {
        return read(dom, parent, false);
    }

    private PomElement read(Xpp3Dom dom, Origin parent, boolean inServices) {
        Origin origin = files.origin(dom.getInputLocation(), parent);
        List<PomElement> children = new ArrayList<>();
        for (Xpp3Dom child : dom.getChildren()) {
            children.add(read(child, origin, inServices || child.getName().equals("services")));
        }
        if (files.hasStrayText(dom.getName(), dom.getInputLocation())) {
            problems.add(
                    origin,
                    "<%s> has a text beside its elements, which Maven ignores".formatted(dom.getName()),
                    "Write it into an element of its own, or remove it");
        }
        String text = dom.getValue();
        String written = children.isEmpty() && text != null ? text.strip() : "";
        if (!written.contains("${")) {
            return new PomElement(dom.getName(), written, children, attributes(dom), origin);
        }
        String value = expressions.evaluator().apply(written);
        if (!inServices || !expressions.awaited() || EARLY.contains(dom.getName())) {
            report(value, origin, "The property ${%s} has no value");
            return new PomElement(dom.getName(), value, children, attributes(dom), origin);
        }
        PomElement element = new PomElement(
                dom.getName(),
                value.isBlank() ? written : value,
                children,
                attributes(dom),
                origin,
                new LateValue(written, expressions.evaluator()));
        late.add(element);
        return element;
    }

    /** Reports the expressions without a value in elements that had to be known when the model was read. */
    void reportUntaken() {
        for (PomElement element : late) {
            LateValue value = element.late();
            if (value != null && !value.isTaken()) {
                report(
                        element.value(),
                        element.origin(),
                        "The property ${%s} has no value yet, and <" + element.name()
                                + "> is read before its module is built");
            }
        }
    }

    private void report(String value, Origin origin, String what) {
        Matcher matcher = UNRESOLVED.matcher(value);
        while (matcher.find()) {
            String property = matcher.group(1);
            problems.add(origin, what.formatted(property), expressions.remedy(property));
        }
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
