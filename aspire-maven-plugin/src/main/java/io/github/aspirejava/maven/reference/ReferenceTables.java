package io.github.aspirejava.maven.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the tables of the model reference: one for each element with child elements, between the comments {@code <!--
 * elements of NAME -->} and {@code <!-- end -->}.
 */
final class ReferenceTables {
    private static final Pattern TABLE =
            Pattern.compile("(<!-- elements of (\\w+) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

    private final Element root;

    ReferenceTables(Element root) {
        this.root = root;
    }

    /** Returns a page with generated tables. */
    String in(String page) {
        return TABLE.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + table(found) + found.group(4)));
    }

    /** Returns the names of the elements that a page needs a table for. */
    List<String> names() {
        return root.all()
                .filter(ReferenceTables::hasTable)
                .map(Element::name)
                .distinct()
                .toList();
    }

    private String table(MatchResult found) {
        Element owner = root.all()
                .filter(ReferenceTables::hasTable)
                .filter(element -> element.name().equals(found.group(2)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No element has a table: " + found.group(2)));
        String rows =
                owner.content().elements().stream().map(ReferenceTables::row).collect(Collectors.joining("\n"));
        return """

                %s%s

                | Element | Value | Default | Meaning |
                |---|---|---|---|
                %s

                """.formatted(owner.meaning(), shortForm(owner), rows);
    }

    private static boolean hasTable(Element element) {
        return element.content() instanceof Content.Children;
    }

    private static String shortForm(Element owner) {
        Optional<String> child = ((Content.Children) owner.content()).shortForm();
        return child.map(name -> " Short form: a text in `<%s>` stands for `<%s>`.".formatted(owner.name(), name))
                .orElse("");
    }

    private static String row(Element element) {
        return "| `%s` | %s | %s | %s |"
                .formatted(element.name(), value(element), absence(element.absence()), element.meaning());
    }

    private static String value(Element element) {
        Content content = element.content();
        if (content instanceof Content.Choice choice) {
            return codes(choice.values());
        } else if (content instanceof Content.WholeNumber number) {
            return "%d to %d".formatted(number.least(), number.most());
        } else if (content instanceof Content.Items items) {
            return "list of %s%s".formatted(linked(items.item()), items.mayBeText() ? ", or a text" : "");
        } else if (content instanceof Content.Kinds kinds) {
            return kinds.elements().stream().map(ReferenceTables::linked).collect(Collectors.joining(", "));
        } else if (content instanceof Content.Children) {
            return linked(element);
        } else if (content instanceof Content.Flag) {
            return codes(List.of("true", "false"));
        }
        return content instanceof Content.Entries ? "map" : "text";
    }

    private static String codes(List<String> values) {
        return values.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }

    private static String linked(Element element) {
        String code = "`<%s>`".formatted(element.name());
        return hasTable(element) ? "[%s](#%s)".formatted(code, element.name().toLowerCase(Locale.ROOT)) : code;
    }

    private static String absence(Absence absence) {
        if (absence instanceof Absence.Required) {
            return "*required*";
        } else if (absence instanceof Absence.Value value) {
            return codes(List.of(value.value()));
        }
        return absence instanceof Absence.Derived derived ? derived.words() : "";
    }
}
