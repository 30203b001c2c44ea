package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the pages say what is there: files, anchors, goals, properties and messages. */
class DocumentationTest {
    private static final int LARGEST_README = 6 * 1024;

    private static final Path DESCRIPTOR =
            Page.ROOT.resolve("aspire-maven-plugin/target/classes/META-INF/maven/plugin.xml");

    private static final Pattern PROPERTY_OF_GOAL = Pattern.compile(">\\$\\{([^}]+)}</");
    private static final Pattern PROPERTY_ROW = Pattern.compile("(?m)^\\| `(aspire\\.[^`]+)` \\|");
    private static final Pattern PROPERTY_LITERAL = Pattern.compile("aspire\\.[A-Za-z.%-]*");
    private static final Pattern PROPERTY = Pattern.compile("-D(aspire\\.[A-Za-z.-]+)");
    private static final Pattern GOAL = Pattern.compile("aspire(?:-maven-plugin:[^: ]+)?:([a-z][a-z-]*)");
    private static final Pattern MESSAGE_ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| [A-Z]");
    private static final Pattern NOUN_CLAUSE =
            Pattern.compile("(?m)(?:^|[.:|] |^- )(?:What|Who|Whoever|Whatever|Where) [^?]*?\\.");

    static List<Page> all() {
        return Page.all();
    }

    static List<Page> forUsers() {
        return Page.forUsers();
    }

    @Test
    void theReadmeHasAtMostSixKilobytes() {
        assertThat(Page.readme().content().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LARGEST_README);
    }

    @ParameterizedTest
    @MethodSource("all")
    void linksLeadToFilesAndAnchors(Page page) {
        for (String link : page.relativeLinks()) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
            assertThat(target).exists();
            if (parts.length > 1) {
                assertThat(Page.read(target).anchors())
                        .as("anchors of " + target)
                        .contains(parts[1]);
            }
        }
    }

    /** The site has the pages only: a link to another file of the checkout would lead nowhere there. */
    @Test
    void pagesLinkToPages() {
        for (Page page : Page.site()) {
            assertThat(page.relativeLinks())
                    .as(page.toString())
                    .allMatch(link -> link.matches("(?:[\\w-]+\\.md)?(?:#.*)?"));
        }
    }

    @Test
    void everyPageIsInTheMenuAndInTheOverview() {
        String menu = Page.read(Page.SITE.resolveSibling("site.xml")).content();
        List<String> overview = new ArrayList<>(Page.ofSite("index.md").relativeLinks());
        overview.add("index.md");
        for (Page page : Page.site()) {
            assertThat(menu).contains("href=\"%s\"".formatted(page.name().replace(".md", ".html")));
            assertThat(overview).contains(page.name());
        }
    }

    @Test
    void thePageOfPropertiesHasAllThatTheSourcesRead() {
        Set<String> documented = documented();
        for (String literal : literals()) {
            if (literal.endsWith(".")) {
                assertThat(documented).anyMatch(name -> name.startsWith(literal));
            } else if (literal.equals("aspire.%s.skip")) {
                assertThat(documented)
                        .containsAll(goals().stream()
                                .filter(goal ->
                                        !Set.of("help", "record-artifacts").contains(goal))
                                .map(literal::formatted)
                                .toList());
            } else {
                assertThat(documented).contains(literal.replace("%s", "NAME"));
            }
        }
        assertThat(documented)
                .containsAll(Sources.enumeratedBeside("plan.format").stream()
                        .map("aspire."::concat)
                        .toList());
    }

    @Test
    void theSourcesReadAllThatThePageOfPropertiesHas() {
        Set<String> literals = literals();
        Set<String> all = Sources.literals();
        for (String name : documented()) {
            String form = name.replace("NAME", "%s");
            boolean isSkip = goals().contains(name.replaceAll("^aspire\\.|\\.skip$", ""));
            boolean isComposed = literals.stream()
                    .filter(literal -> literal.endsWith(".") && form.startsWith(literal))
                    .map(prefix -> form.substring(prefix.length()))
                    .anyMatch(rest -> rest.equals("%s") || all.contains(rest));
            assertThat(literals.contains(form) || isSkip || isComposed).as(name).isTrue();
        }
    }

    /** The pages of the goals in the site, and {@code aspire:help}, are made from the descriptor of the plugin. */
    @Test
    void goalsDocumentAllPropertiesOfThePageAndNoOthers() {
        String descriptor = Page.read(DESCRIPTOR).content();
        Set<String> ofGoals = Page.read(DESCRIPTOR).find(PROPERTY_OF_GOAL).stream()
                .map(property -> property.group(1))
                .filter(property -> property.startsWith("aspire."))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> inTexts = Set.of("aspire.registry.NAME.password");
        assertThat(descriptor).contains(inTexts);
        ofGoals.addAll(inTexts);
        Set<String> forUsers = documented();
        forUsers.remove("aspire.record.directory");
        assertThat(ofGoals).isEqualTo(forUsers);
    }

    @ParameterizedTest
    @MethodSource("forUsers")
    void propertiesOfTheTextsArePropertiesOfThePage(Page page) {
        Set<String> documented = documented();
        for (MatchResult used : page.find(PROPERTY)) {
            String name = used.group(1).replaceAll("\\.$", "");
            assertThat(documented)
                    .as("%s in %s", name, page)
                    .anyMatch(known -> name.matches(Pattern.quote(known).replace("NAME", "\\E[\\w-]+\\Q"))
                            || known.startsWith(name + ".")
                            || name.matches("aspire\\.(?:it|NAME|GOAL).*"));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void commandsUseGoalsThatExist(Page page) {
        for (String command : page.mavenCommands()) {
            assertThat(GOAL.matcher(command).results().map(goal -> goal.group(1)))
                    .as(command)
                    .isSubsetOf(goals());
        }
    }

    @Test
    void thePageOfGoalsHasThemAll() {
        assertThat(Page.ofSite("goals.md").content())
                .contains(goals().stream().map("`aspire:%s`"::formatted).toList());
    }

    @Test
    void messagesThatAreExplainedAreMessagesOfTheSources() {
        Set<String> literals = Sources.literals();
        List<MatchResult> rows = Page.ofSite("troubleshooting.md").find(MESSAGE_ROW);
        assertThat(rows).isNotEmpty();
        for (MatchResult row : rows) {
            assertThat(literals).anyMatch(literal -> literal.contains(row.group(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("forUsers")
    void sentencesDoNotBeginWithANounClause(Page page) {
        assertThat(NOUN_CLAUSE.matcher(page.prose()).results().map(MatchResult::group))
                .as(page.toString())
                .isEmpty();
    }

    private static Set<String> documented() {
        return Page.ofSite("properties.md").find(PROPERTY_ROW).stream()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals() {
        return Sources.literalsInCode().stream()
                .filter(literal -> PROPERTY_LITERAL.matcher(literal).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> goals() {
        return GoalNames.ALL;
    }

    private static final class GoalNames {
        private static final Pattern MOJO = Pattern.compile("@Mojo\\(\\s*name = \"([^\"]+)\"");

        static final Set<String> ALL = read();

        private static Set<String> read() {
            Set<String> names = new TreeSet<>(Set.of("help"));
            try (var files = Files.walk(Page.ROOT.resolve("aspire-maven-plugin/src/main/java"))) {
                files.filter(file -> file.toString().endsWith("Mojo.java"))
                        .map(Page::read)
                        .flatMap(file -> file.find(MOJO).stream())
                        .forEach(mojo -> names.add(mojo.group(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return names;
        }
    }
}
