package io.github.aspirejava.maven.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The licenses of a POM as an <a href="https://spdx.org/licenses/">SPDX</a> expression, which OCI's label requires. */
final class LicenseName {
    private static final Pattern IDENTIFIER =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]*[0-9.][A-Za-z0-9.+-]*|MIT|ISC|Unlicense");
    private static final Map<Pattern, String> NAMES = Map.of(
            Pattern.compile("(?i)(the )?apache( software)?( license)?,? ?(version|v)? ?2(\\.0)?( license)?|al2"),
                    "Apache-2.0",
            Pattern.compile("(?i)(the )?mit( license)?"), "MIT",
            Pattern.compile("(?i)eclipse public license( -)?,? ?(version|v\\.?)? ?2(\\.0)?"), "EPL-2.0",
            Pattern.compile("(?i)mozilla public license,? ?(version|v\\.?)? ?2(\\.0)?"), "MPL-2.0",
            Pattern.compile("(?i)(the )?(new|revised|modified)? ?bsd[ -]3[ -]clause( license)?"), "BSD-3-Clause",
            Pattern.compile("(?i)(the )?bsd[ -]2[ -]clause( license)?"), "BSD-2-Clause",
            Pattern.compile("(?i)gnu general public license,? ?(version|v\\.?)? ?3(\\.0)?"), "GPL-3.0-only",
            Pattern.compile("(?i)gnu affero general public license,? ?(version|v\\.?)? ?3(\\.0)?"), "AGPL-3.0-only");

    private LicenseName() {}

    /** Returns the expression; empty unless each of the names stands for a license of the list. */
    static Optional<String> expression(List<String> names) {
        List<Optional<String>> identifiers =
                names.stream().map(LicenseName::identifier).toList();
        // Users may choose one of several licenses in a POM.
        return identifiers.isEmpty() || identifiers.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(identifiers.stream().flatMap(Optional::stream).collect(Collectors.joining(" OR ")));
    }

    private static Optional<String> identifier(String name) {
        String text = name.strip();
        return IDENTIFIER.matcher(text).matches()
                ? Optional.of(text)
                : NAMES.entrySet().stream()
                        .filter(known -> known.getKey().matcher(text).matches())
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
