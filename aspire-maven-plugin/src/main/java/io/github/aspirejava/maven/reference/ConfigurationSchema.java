package io.github.aspirejava.maven.reference;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.util.xml.PrettyPrintXMLWriter;

/**
 * Writes the XML schema of an element. It has no namespace, and requires no element: profiles and modules hold parts of
 * a configuration, which Maven merges.
 */
final class ConfigurationSchema {
    private static final String MAVEN_ATTRIBUTES = "mavenAttributes";

    /** The attributes that control the merge of a configuration with an inherited one; the plugin accepts no others. */
    private static final List<String> COMBINE =
            List.of("combine.children", "combine.self", "combine.id", "combine.keys");

    private final StringWriter text = new StringWriter();
    private final PrettyPrintXMLWriter xml = new PrettyPrintXMLWriter(text, "  ");
    private final Map<String, Content> valueTypes = new LinkedHashMap<>();

    private ConfigurationSchema() {}

    static String of(Element root) {
        return new ConfigurationSchema().write(root);
    }

    private String write(Element root) {
        xml.startElement("xs:schema");
        xml.addAttribute("xmlns:xs", "http://www.w3.org/2001/XMLSchema");
        element(root, true);
        valueTypes.forEach(this::leafType);
        valueTypes.forEach(this::valueType);
        expression();
        mavenAttributes();
        xml.endElement();
        return text + "\n";
    }

    private void element(Element element, boolean isRoot) {
        start("element", "name", element.name());
        if (!isRoot) {
            xml.addAttribute("minOccurs", "0");
        }
        declaration(element);
        xml.endElement();
    }

    private void declaration(Element element) {
        Content content = element.content();
        boolean isLeaf = content.elements().isEmpty() && !(content instanceof Content.Entries);
        if (isLeaf) {
            xml.addAttribute("type", typeName(element));
        }
        if (!element.meaning().isEmpty()) {
            start("annotation");
            start("documentation");
            xml.writeText((element.meaning() + absence(element.absence())).replace("`", ""));
            xml.endElement();
            xml.endElement();
        }
        if (!isLeaf) {
            complexType(content);
        }
    }

    private static String absence(Absence absence) {
        if (absence instanceof Absence.Value value) {
            return " Default: " + value.value() + ".";
        } else if (absence instanceof Absence.Derived derived) {
            return " Default: " + derived.words() + ".";
        }
        return absence instanceof Absence.Required ? " Required." : "";
    }

    private void complexType(Content content) {
        start("complexType");
        if (mayBeText(content)) {
            xml.addAttribute("mixed", "true");
        }
        if (content instanceof Content.Entries) {
            start("sequence");
            start("any", "processContents", "skip");
            occursOften();
            xml.endElement();
        } else if (content instanceof Content.Children) {
            start("all");
            content.elements().forEach(child -> element(child, false));
        } else {
            start("choice");
            occursOften();
            content.elements().forEach(child -> element(child, true));
        }
        xml.endElement();
        empty("attributeGroup", "ref", MAVEN_ATTRIBUTES);
        xml.endElement();
    }

    private static boolean mayBeText(Content content) {
        if (content instanceof Content.Items items) {
            return items.mayBeText();
        }
        return content instanceof Content.Children children
                && children.shortForm().isPresent();
    }

    private void occursOften() {
        xml.addAttribute("minOccurs", "0");
        xml.addAttribute("maxOccurs", "unbounded");
    }

    /** Returns the name of the type of a leaf; the type is written after all elements. */
    private String typeName(Element element) {
        Content content = element.content();
        String name = element.name();
        if (content instanceof Content.Text text) {
            name = text.mayBeEmpty() ? "optionalText" : "text";
        } else if (content instanceof Content.Flag) {
            name = "flag";
        } else if (content instanceof Content.WholeNumber number) {
            name = "from%dTo%d".formatted(number.least(), number.most());
        }
        Content other = valueTypes.putIfAbsent(name, content);
        if (other != null && !other.equals(content)) {
            throw new IllegalStateException("Elements called %s have different values".formatted(name));
        }
        return name;
    }

    private void leafType(String name, Content content) {
        start("complexType", "name", name);
        start("simpleContent");
        start("extension", "base", name + "Value");
        empty("attributeGroup", "ref", MAVEN_ATTRIBUTES);
        xml.endElement();
        xml.endElement();
        xml.endElement();
    }

    private void valueType(String name, Content content) {
        start("simpleType", "name", name + "Value");
        if (content instanceof Content.Text text) {
            restriction("token", text.mayBeEmpty() ? Map.of() : Map.of("minLength", List.of("1")));
        } else {
            start("union", "memberTypes", "expression");
            if (content instanceof Content.WholeNumber number) {
                member(
                        "int",
                        Map.of(
                                "minInclusive", List.of(Integer.toString(number.least())),
                                "maxInclusive", List.of(Integer.toString(number.most()))));
            } else if (content instanceof Content.Choice choice) {
                member("token", Map.of("enumeration", choice.values()));
                member(
                        "token",
                        Map.of(
                                "pattern",
                                choice.values().stream()
                                        .map(ConfigurationSchema::inAnyCase)
                                        .toList()));
            } else {
                member("token", Map.of("enumeration", List.of("true", "false")));
            }
            xml.endElement();
        }
        xml.endElement();
    }

    /**
     * Returns a pattern for a value in any case, because the reader accepts the values of a choice in upper case, too.
     */
    private static String inAnyCase(String value) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            char upper = Character.toUpperCase(letter);
            pattern.append(letter == upper ? String.valueOf(letter) : "[%c%c]".formatted(letter, upper));
        }
        return pattern.toString();
    }

    /** Writes the type of a Maven expression, which may replace any value. */
    private void expression() {
        start("simpleType", "name", "expression");
        restriction("string", Map.of("pattern", List.of("[\\s\\S]*\\$\\{[\\s\\S]+\\}[\\s\\S]*")));
        xml.endElement();
    }

    private void member(String base, Map<String, List<String>> facets) {
        start("simpleType");
        restriction(base, facets);
        xml.endElement();
    }

    private void restriction(String base, Map<String, List<String>> facets) {
        start("restriction", "base", "xs:" + base);
        facets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(facet -> facet.getValue().forEach(value -> empty(facet.getKey(), "value", value)));
        xml.endElement();
    }

    private void mavenAttributes() {
        start("attributeGroup", "name", MAVEN_ATTRIBUTES);
        COMBINE.forEach(attribute -> {
            start("attribute", "name", attribute);
            xml.addAttribute("type", "xs:string");
            xml.endElement();
        });
        start("anyAttribute", "namespace", "http://www.w3.org/XML/1998/namespace");
        xml.addAttribute("processContents", "skip");
        xml.endElement();
        xml.endElement();
    }

    private void start(String name) {
        xml.startElement("xs:" + name);
    }

    private void start(String name, String attribute, String value) {
        start(name);
        xml.addAttribute(attribute, value);
    }

    private void empty(String name, String attribute, String value) {
        start(name, attribute, value);
        xml.endElement();
    }
}
