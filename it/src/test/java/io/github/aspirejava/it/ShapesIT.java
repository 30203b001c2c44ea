package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applications in the layouts of their frameworks' generators. Each is packaged and started in its framework's way, and
 * pushed and started as an image, which has to do the same with the same libraries.
 */
@NeedsRegistry
@NeedsEngine
@NeedsSkopeo
@ParameterizedClass(name = "{0}")
@MethodSource("shapes")
class ShapesIT {
    private static final RealRegistry REGISTRY = RealRegistry.open();
    private static final Map<Shape, ShapeRun> RUNS = new HashMap<>();

    private final Shape shape;
    private final ShapeRun run;

    ShapesIT(Shape shape) {
        this.shape = shape;
        this.run = Objects.requireNonNull(RUNS.get(shape));
    }

    static List<Shape> shapes() {
        return Shapes.some();
    }

    @BeforeParameterizedClassInvocation
    static void run(Shape shape) {
        RUNS.put(shape, ShapeRun.of(shape, REGISTRY));
    }

    @AfterAll
    static void closeRegistry() {
        REGISTRY.close();
    }

    @Test
    void answersAsWhatIsPackagedDoes() {
        assertThat(run.packaged().answer()).isEqualTo(shape.answer());
        assertThat(run.pushed().answer()).isEqualTo(shape.answer());
    }

    @Test
    void holdsTheLibrariesThatArePackagedAndNoOthers() {
        assertThat(run.image().libraries(run.application()))
                .containsExactlyInAnyOrderElementsOf(
                        run.application().libraries().keySet());
    }

    @Test
    void loadsTheLibrariesThatWhatIsPackagedLoads() {
        Set<String> expected = run.application().librariesAmong(run.packaged().locations());

        assertThat(expected.isEmpty()).isEqualTo(run.application().libraries().isEmpty());
        assertThat(run.image().librariesAmong(run.pushed().locations(), run.application()))
                .isEqualTo(expected);
    }
}
