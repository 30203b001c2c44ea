package io.github.aspirejava.maven.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of the plugin's configuration.
 *
 * @param meaning one or two sentences in Markdown; empty for an item that its list explains
 */
record Element(String name, Content content, Absence absence, String meaning) {
    static Element text(String name, String meaning) {
        return new Element(name, new Content.Text(false), new Absence.Nothing(), meaning);
    }

    static Element optionalText(String name, String meaning) {
        return new Element(name, new Content.Text(true), new Absence.Nothing(), meaning);
    }

    static Element flag(String name, boolean byDefault, String meaning) {
        return new Element(name, new Content.Flag(), new Absence.Value(Boolean.toString(byDefault)), meaning);
    }

    static <E extends Enum<E>> Element choice(String name, E byDefault, String meaning) {
        return choice(name, byDefault.getDeclaringClass(), meaning).byDefault(Content.Choice.valueOf(byDefault));
    }

    static <E extends Enum<E>> Element choice(String name, Class<E> type, String meaning) {
        return new Element(name, Content.Choice.of(type), new Absence.Nothing(), meaning);
    }

    static Element number(String name, int least, int most, String meaning) {
        return new Element(name, new Content.WholeNumber(least, most), new Absence.Nothing(), meaning);
    }

    static Element entries(String name, String meaning) {
        return new Element(name, new Content.Entries(), new Absence.Nothing(), meaning);
    }

    /** Returns a list whose items are elements. */
    static Element list(String name, Element item, String meaning) {
        return new Element(name, new Content.Items(item, false), new Absence.Nothing(), meaning);
    }

    /** Returns a list whose items are elements or parts of a text. */
    static Element listOrText(String name, Element item, String meaning) {
        return new Element(name, new Content.Items(item, true), new Absence.Nothing(), meaning);
    }

    /** Returns the element of a text item. */
    static Element item(String name) {
        return text(name, "");
    }

    static Element children(String name, String meaning, Element... children) {
        return children(name, meaning, Optional.empty(), Arrays.asList(children));
    }

    /** Returns an element with children, or with the text of one of them as its short form. */
    static Element childrenOr(String shortForm, String name, String meaning, Element... children) {
        return children(name, meaning, Optional.of(shortForm), Arrays.asList(children));
    }

    /** Returns a resource, or an item that is identified by its name: a text in place of the children is the name. */
    static Element named(String name, String meaning, String meaningOfName, List<Element> children) {
        Element itsName = text("name", meaningOfName).required();
        return children(
                name,
                meaning,
                Optional.of("name"),
                Stream.concat(Stream.of(itsName), children.stream()).toList());
    }

    private static Element children(String name, String meaning, Optional<String> shortForm, List<Element> children) {
        return new Element(name, new Content.Children(children, shortForm), new Absence.Nothing(), meaning);
    }

    static Element kinds(String name, String meaning, Element... kinds) {
        return new Element(name, new Content.Kinds(Arrays.asList(kinds)), new Absence.Nothing(), meaning);
    }

    Element required() {
        return with(new Absence.Required());
    }

    Element byDefault(String value) {
        return with(new Absence.Value(value));
    }

    Element otherwise(String words) {
        return with(new Absence.Derived(words));
    }

    private Element with(Absence other) {
        return new Element(name, content, other, meaning);
    }

    /** Returns this element and its descendants, each once for every place in which it occurs. */
    Stream<Element> all() {
        return Stream.concat(Stream.of(this), content.elements().stream().flatMap(Element::all));
    }
}
