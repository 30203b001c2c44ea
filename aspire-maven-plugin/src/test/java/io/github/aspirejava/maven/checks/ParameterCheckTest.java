package io.github.aspirejava.maven.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.maven.pom.PomText;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepPlanner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParameterCheckTest {
    private static final String POM = """
            <parameters><parameter>group</parameter><parameter>endpoint</parameter></parameters>
            <registries><containerRegistry><name>docker</name><endpoint>{endpoint}</endpoint></containerRegistry></registries>
            <environments><azureContainerApps><name>apps</name><resourceGroup>{group}</resourceGroup></azureContainerApps></environments>
            """;

    private static TargetCheck check() throws Exception {
        AppModel model = PomText.of(POM).model();
        return new ParameterCheck(model, StepPlanner.plan(model, Set.of()));
    }

    @Test
    void templatesNeedTheParametersOfAllThatIsInAzureAndNoOthers() {
        assertThatThrownBy(() -> check().check(List.of("publish")))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("The parameter 'group' has no value")
                .hasMessageNotContaining("endpoint");
    }

    @Test
    void whatIsNotAskedForNeedsNone() {
        assertThatCode(() -> check().check(List.of("build"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check().check(List.of("login-to-docker")))
                .hasMessageContaining("The parameter 'endpoint' has no value")
                .hasMessageNotContaining("group");
    }
}
