package io.github.aspirejava.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.maven.pom.PomText;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the description of each element against the reader, by what the reader says of mistakes. */
class ConfigurationElementsTest {
    /** A name that is near no other, and that no other tool has. */
    private static final String UNKNOWN = "qqqqqqqqqqqq";

    private static final Element CONFIGURATION = ConfigurationElements.configuration();
    private static final Pattern NAME = Pattern.compile("<(\\w+)>");

    static Stream<Place> places() {
        return Place.in(CONFIGURATION);
    }

    static Stream<Place> placesOfElements() {
        return places().filter(place -> !place.element().content().elements().isEmpty());
    }

    static Stream<Place> placesOfValues() {
        return places().filter(place -> place.element().content().elements().isEmpty())
                .filter(place -> !(place.element().content() instanceof Content.Entries));
    }

    static Stream<Place> placesOfEntries() {
        return places().filter(place -> place.element().content() instanceof Content.Entries);
    }

    static Stream<Place> placesOfDefaults() {
        return places().filter(place -> place.element().absence() instanceof Absence.Value);
    }

    static Stream<Place> placesOfSettings() {
        return placesOfDefaults()
                .filter(place -> place.above().isEmpty())
                .filter(place -> !place.name().equals("skip"));
    }

    static Stream<Place> placesOfRequired() {
        return places().filter(place -> place.element().absence() instanceof Absence.Required);
    }

    @Test
    void theConfigurationHasTheElementsThatAreRead() {
        assertThat(known("<%s/>".formatted(UNKNOWN), "configuration")).isEqualTo(names(CONFIGURATION));
    }

    @ParameterizedTest
    @MethodSource("placesOfElements")
    void elementsHaveTheElementsThatAreRead(Place place) {
        assertThat(known(place.alone("<%s/>".formatted(UNKNOWN)), place.name())).isEqualTo(names(place.element()));
    }

    @ParameterizedTest
    @MethodSource("placesOfEntries")
    void entriesMayHaveAnyName(Place place) {
        assertThat(PomText.of(place.alone("<%1$s>10.0.0.1</%1$s>".formatted(UNKNOWN)))
                        .problems())
                .noneMatch(problem -> problem.contains(UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("placesOfValues")
    void valuesAreTexts(Place place) {
        assertThat(PomText.of(place.alone("<%s/>".formatted(UNKNOWN))).problems())
                .anyMatch(problem -> problem.contains("<%s> has elements".formatted(place.name())));
    }

    @ParameterizedTest
    @MethodSource("placesOfValues")
    void valuesAreThoseThatAreRead(Place place) {
        List<String> problems = PomText.of(place.alone(UNKNOWN)).problems();
        String isWrong = "<%s> is '%s'. Write ".formatted(place.name(), UNKNOWN);

        Content content = place.element().content();
        if (content instanceof Content.Flag) {
            assertThat(problems)
                    .anyMatch(problem -> problem.endsWith(
                            isWrong + "<%1$s>true</%1$s> or <%1$s>false</%1$s>.".formatted(place.name())));
        } else if (content instanceof Content.Choice choice) {
            assertThat(problems)
                    .anyMatch(problem ->
                            problem.endsWith(isWrong + "one of %s.".formatted(String.join(", ", choice.values()))));
        } else if (content instanceof Content.WholeNumber number) {
            assertThat(problems)
                    .anyMatch(problem -> problem.endsWith(
                            isWrong + "a number between %d and %d.".formatted(number.least(), number.most())));
        } else {
            assertThat(problems).noneMatch(problem -> problem.contains(isWrong));
        }
    }

    @ParameterizedTest
    @MethodSource("placesOfDefaults")
    void aDefaultIsTheSameAsWritingIt(Place place) {
        String value = ((Absence.Value) place.element().absence()).value();

        assertThat(outcome(PomText.of(place.complete(value)))).isEqualTo(outcome(PomText.of(place.without())));
    }

    @ParameterizedTest
    @MethodSource("placesOfDefaults")
    void anotherValueThanTheDefaultIsNotTheSame(Place place) {
        String value = ((Absence.Value) place.element().absence()).value();

        // Modules are skipped before the model is read.
        if (!place.name().equals("skip")) {
            assertThat(outcome(PomText.of(place.complete(other(place.element().content(), value)))))
                    .isNotEqualTo(outcome(PomText.of(place.without())));
        }
    }

    @ParameterizedTest
    @MethodSource("placesOfSettings")
    void aSettingIsAlsoAProperty(Place place) {
        String value = ((Absence.Value) place.element().absence()).value();
        String other = other(place.element().content(), value);

        assertThat(outcome(PomText.of(place.without()).with("aspire." + place.name(), other)))
                .isEqualTo(outcome(PomText.of(place.complete(other))));
    }

    @ParameterizedTest
    @MethodSource("placesOfRequired")
    void whatIsRequiredIsMissed(Place place) {
        assertThat(PomText.of(place.without()).problems())
                .anyMatch(problem -> problem.contains(" has no <%s>".formatted(place.name()))
                        || problem.contains(" has no %s.".formatted(place.name())));
    }

    private static String other(Content content, String value) {
        if (content instanceof Content.Flag) {
            return Boolean.toString(!Boolean.parseBoolean(value));
        } else if (content instanceof Content.Choice choice) {
            return choice.values().stream()
                    .filter(other -> !other.equals(value))
                    .findFirst()
                    .orElseThrow();
        }
        return content instanceof Content.WholeNumber ? Integer.toString(Integer.parseInt(value) + 1) : value + "x";
    }

    /** All that a configuration is read to, or what is wrong with it; everything stands in its first line. */
    private static String outcome(PomText pom) {
        try {
            AppModel model = pom.model();
            return "%s %s %s %s %s"
                    .formatted(
                            model.parameters(),
                            model.registries(),
                            model.environments(),
                            model.services(),
                            model.settings());
        } catch (InvalidModelException e) {
            return e.problems().toString();
        }
    }

    /** The elements that the reader says it would take in the place of an unknown one. */
    private static Set<String> known(String configuration, String owner) {
        String unknown = "<%s> has no element <%s>. ".formatted(owner, UNKNOWN);
        String problem = PomText.of(configuration).problems().stream()
                .filter(other -> other.contains(unknown))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not read: " + configuration));
        return NAME.matcher(problem.substring(problem.indexOf(unknown) + unknown.length()))
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(1, name.length() - 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Element element) {
        return element.content().elements().stream().map(Element::name).collect(Collectors.toSet());
    }
}
