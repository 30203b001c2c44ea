package io.github.aspirejava.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... heads) {
        row(List.of(heads));
        lines.add("|---".repeat(heads.length) + '|');
    }

    Table row(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    Table row(String... cells) {
        return row(List.of(cells));
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + '\n';
    }
}
