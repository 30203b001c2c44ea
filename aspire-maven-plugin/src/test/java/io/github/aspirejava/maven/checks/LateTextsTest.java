package io.github.aspirejava.maven.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.maven.pom.PomText;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepPlanner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LateTextsTest {
    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    private final PomText pom = PomText.of(REGISTRY)
            .building()
            .withModule(
                    "api",
                    "<services><javaApp><name>api</name><tags>${stamp},latest</tags><environmentVariables><AT>${stamp}</AT></environmentVariables></javaApp></services>");

    private static void check(AppModel model) throws Exception {
        new LateTexts(model, StepPlanner.plan(model, Set.of("api"))).check(List.of("push-api"));
    }

    private static List<Tag> tags(AppModel model) {
        return model.tags(model.services().get(0));
    }

    @Test
    void haveTheValuesOfTheirModulesTurn() throws Exception {
        pom.set("stamp", "early");
        AppModel model = pom.model();
        assertThat(tags(model)).containsExactly(new Tag("early"), new Tag("latest"));

        pom.set("stamp", "5+late");
        check(model);
        pom.set("stamp", "later");

        assertThat(((JavaApp) model.services().get(0))
                        .deployment()
                        .environmentVariables()
                        .values())
                .extracting(Text::require)
                .containsExactly("5+late");
    }

    @Test
    void mayHaveNoValueBefore() throws Exception {
        AppModel model = pom.model();
        assertThat(tags(model)).containsExactly(new Tag("latest"));

        pom.set("stamp", "late");
        check(model);

        assertThat(tags(model)).containsExactly(new Tag("late"), new Tag("latest"));
        assertThatCode(() -> check(model)).doesNotThrowAnyException();
    }

    @Test
    void failWithoutAValueThen() throws Exception {
        AppModel model = pom.model();

        assertThatThrownBy(() -> check(model))
                .isInstanceOf(StepException.class)
                .hasMessage(
                        "api/pom.xml:1: The property ${stamp} has no value in this module's turn. Bind the plugin that sets it to a phase before this goal's, such as validate, or define it in <properties>.");
    }

    @Test
    void failIfTheValueIsNoTag() throws Exception {
        AppModel model = pom.model();
        TargetCheck check = new LateTexts(model, StepPlanner.plan(model, Set.of("api")));
        pom.set("stamp", "a/b");

        assertThatThrownBy(() -> check.check(List.of("push-api")))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("api/pom.xml:1: 'a/b' is not a tag. Write a-b:");
    }

    @Test
    void areNeitherNamesNorModules() {
        PomText early = PomText.of(REGISTRY)
                .building()
                .withModule(
                        "api",
                        "<services><javaApp><name>api</name>\n<imageName>${stamp}</imageName>\n<module>${other}</module></javaApp></services>");

        assertThat(early.problems())
                .contains(
                        "api/pom.xml:2: The property ${stamp} has no value. Define it in <properties> or with -Dstamp=….",
                        "api/pom.xml:3: The property ${other} has no value yet, and <module> is read before its module is built. Define it in <properties> or with -Dother=….");
    }

    @Test
    void needTheirPluginsExecutedBeforeAGoalOnTheCommandLine() {
        PomText alone = PomText.of(REGISTRY)
                .withModule("api", "<services><javaApp><name>api</name><tags>${stamp}</tags></javaApp></services>");

        assertThat(alone.problems())
                .containsExactly(
                        "api/pom.xml:1: The property ${stamp} has no value. Define it in <properties> or with -Dstamp=…; if a plugin sets it, run: mvn initialize aspire:push.");
    }
}
