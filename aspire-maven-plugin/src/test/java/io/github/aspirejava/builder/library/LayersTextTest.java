package io.github.aspirejava.builder.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.Library.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersTextTest {
    private final LayerPlanner planner = new LayerPlanner(LayerLimits.DEFAULT);

    @Test
    void showsWhoSharesWhichLayersAndWhatThatSaves() {
        Library core = new Library("g:core:1", Kind.RELEASE, 60_000_000);
        Library log = new Library("g:log:1", Kind.RELEASE, 2_100_000);
        Library web = new Library("g:web:1", Kind.RELEASE, 1_200_000);
        Library snapshot = new Library("g:s:1-SNAPSHOT", Kind.SNAPSHOT, 900);
        Library module = new Library("g:shared:1", Kind.PROJECT, 0);

        List<String> lines = LayersText.lines(planner.plan(Map.of(
                "api", List.of(core, log, module),
                "web", List.of(core, log, web, snapshot),
                "worker", List.of(core, log, module))));

        assertThat(lines)
                .containsExactly(
                        "Layers of libraries       size  jars  1 2 3",
                        "dependencies           62.1 MB     2  x x x",
                        "dependencies            1.2 MB     1  . x .",
                        "snapshot dependencies   0.9 kB     1  . x .",
                        "project dependencies         -     1  x . x",
                        "1 api, 2 web, 3 worker",
                        "The services run with 187.5 MB of libraries, and their layers hold 63.3 MB: sharing saves 124.2 MB.");
    }

    @Test
    void keepsTheColumnsOfManyServicesApart() {
        Map<String, List<Library>> services = new HashMap<>();
        for (int i = 10; i < 22; i++) {
            services.put("s" + i, List.of(new Library("g:all:1", Kind.RELEASE, 5_000_000)));
        }

        assertThat(LayersText.lines(planner.plan(services)).subList(0, 2))
                .containsExactly(
                        "Layers of libraries       size  jars  1 2 3 4 5 6 7 8 9 10 11 12",
                        "dependencies            5.0 MB     1  x x x x x x x x x  x  x  x");
    }
}
