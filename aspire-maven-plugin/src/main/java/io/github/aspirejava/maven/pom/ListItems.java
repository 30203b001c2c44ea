package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The items of a list that may be written as one text.
 *
 * @param name the name of the elements of the list
 * @param form the form of the text
 */
record ListItems(String name, TextAsList form, Problems problems) {
    /** Reads each part of the text of {@code list}; reports a text that cannot be split. */
    <T> List<T> split(PomElement list, Function<PomElement, T> reader) {
        Origin origin = list.origin();
        Optional<List<String>> items = form.items(list.value());
        if (items.isEmpty()) {
            problems.add(
                    origin,
                    "<%s> has a text that cannot be split into items".formatted(list.name()),
                    "Write each into a <%s> of its own".formatted(name));
        }
        LateValue late = list.late();
        if (late != null) {
            late.take();
        }
        return items.orElse(List.of()).stream()
                .map(text -> reader.apply(new PomElement(
                        name,
                        text,
                        List.of(),
                        Map.of(),
                        origin,
                        late == null || !text.contains("${") ? null : late.part(text))))
                .toList();
    }

    /** Reads one element of the list; reports one that holds several values. */
    <T> Optional<T> one(PomElement item, Function<PomElement, T> reader) {
        if (form.isOneItem(item.value())) {
            return Optional.of(reader.apply(item));
        }
        problems.add(
                item.origin(),
                "<%s> holds several values, but stands for one".formatted(item.name()),
                "Write each into a <%s> of its own".formatted(item.name()));
        return Optional.empty();
    }
}
