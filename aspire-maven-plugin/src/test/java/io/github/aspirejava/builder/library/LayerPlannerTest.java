package io.github.aspirejava.builder.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.Library.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayerPlannerTest {
    private static final long BIG = 2_000_000;
    private static final long SMALL = 100_000;

    private final LayerPlanner planner = new LayerPlanner(LayerLimits.DEFAULT);

    @Test
    void putsWhatIsSharedByTheSameServicesIntoOneLayer() {
        LayerPlan plan = planner.plan(Map.of(
                "api", List.of(release("core"), release("web"), release("logging")),
                "worker", List.of(release("logging"), release("core"), release("queue"))));

        assertThat(shown(plan)).containsExactly("[api, worker] core, logging", "[api] web", "[worker] queue");
        assertThat(plan.layersOf("api"))
                .extracting(LibraryLayer::services)
                .containsExactly(List.of("api", "worker"), List.of("api"));
    }

    @Test
    void putsWhatChangesMoreOftenFurtherUp() {
        LayerPlan plan = planner.plan(Map.of(
                "api",
                List.of(
                        new Library("g:module:1", Kind.PROJECT, 7),
                        new Library("g:snapshot:1-SNAPSHOT", Kind.SNAPSHOT, BIG),
                        release("library"))));

        assertThat(plan.layers())
                .extracting(LibraryLayer::kind)
                .containsExactly(Kind.RELEASE, Kind.SNAPSHOT, Kind.PROJECT);
    }

    @Test
    void putsWhatMostServicesShareLowestAndThenWhatIsLarge() {
        LayerPlan plan = planner.plan(Map.of(
                "a", List.of(release("all"), release("large", 9 * BIG)),
                "b", List.of(release("all"), release("two")),
                "c", List.of(release("all"), release("two"), release("own"))));

        assertThat(shown(plan)).containsExactly("[a, b, c] all", "[b, c] two", "[a] large", "[c] own");
    }

    @Test
    void isOneLayerOfEachKindForAServiceAlone() {
        LayerPlan plan = planner.plan(Map.of("api", List.of(release("a", 1), release("b", BIG), release("c", 2))));

        assertThat(shown(plan)).containsExactly("[api] a, b, c");
    }

    @Test
    void dividesASmallGroupAmongLargeOnesWithoutGivingAnImageWhatItDoesNotNeed() {
        LayerPlan plan = planner.plan(Map.of(
                "a", List.of(release("ab"), release("small", SMALL)),
                "b", List.of(release("ab"), release("small", SMALL)),
                "c", List.of(release("cd"), release("small", SMALL)),
                "d", List.of(release("cd"), release("small", SMALL)),
                "e", List.of(release("own-e"))));

        assertThat(shown(plan)).containsExactly("[a, b] ab, small", "[c, d] cd, small", "[e] own-e");
        assertThat(plan.bytesOfLayers()).isEqualTo(plan.distinctBytes() + SMALL);
    }

    @Test
    void keepsWhatIsLeftOfASmallGroupTogether() {
        LayerPlan plan = planner.plan(Map.of(
                "a", List.of(release("ab"), release("small", SMALL)),
                "b", List.of(release("ab"), release("small", SMALL)),
                "c", List.of(release("small", SMALL), release("tiny", 1)),
                "d", List.of(release("small", SMALL), release("tiny", 1))));

        assertThat(shown(plan)).containsExactly("[a, b] ab, small", "[c, d] small, tiny");
    }

    @Test
    void leavesASmallGroupAloneIfTheCopiesWouldBeLarge() {
        Map<String, List<Library>> services = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            services.put("s" + i, List.of(release("own" + i), release("shared", 300_000)));
        }

        assertThat(shown(planner.plan(services))).contains("[s0, s1, s2, s3, s4, s5] shared");
    }

    @Test
    void doesNotAskForTheSizeOfModules() {
        LayerPlan built = planner.plan(Map.of(
                "a", List.of(new Library("g:m:1", Kind.PROJECT, 9 * BIG)),
                "b", List.of(new Library("g:m:1", Kind.PROJECT, 9 * BIG))));
        LayerPlan unbuilt = planner.plan(Map.of(
                "a", List.of(new Library("g:m:1", Kind.PROJECT, 0)),
                "b", List.of(new Library("g:m:1", Kind.PROJECT, 0))));

        assertThat(built).isEqualTo(unbuilt);
        assertThat(shown(built)).containsExactly("[a, b] m");
    }

    @Test
    void takesTheSmallestGroupsApartWhereAnImageHasTooManyLayers() {
        Map<String, List<Library>> services = Map.of(
                "all", List.of(release("a", BIG), release("b", 2 * BIG), release("c", 3 * BIG), release("d", 4 * BIG)),
                "a", List.of(release("a", BIG)),
                "b", List.of(release("b", 2 * BIG)),
                "c", List.of(release("c", 3 * BIG)),
                "d", List.of(release("d", 4 * BIG)));

        LayerPlan plan = new LayerPlanner(new LayerLimits(0, 3)).plan(services);

        assertThat(plan.layersOf("all")).hasSize(3);
        assertThat(shown(plan)).containsExactly("[all, d] d", "[all, c] c", "[all] a, b", "[b] b", "[a] a");
    }

    @Test
    void refusesOneIdForTwoLibraries() {
        Map<String, List<Library>> services =
                Map.of("a", List.of(release("same", 1)), "b", List.of(release("same", 2)));

        assertThatThrownBy(() -> planner.plan(services)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void movesOnlyWhatANewServiceShares() {
        Map<String, List<Library>> before = Map.of(
                "a", List.of(release("core"), release("web"), release("own")),
                "b", List.of(release("core"), release("web"), release("queue")));
        Map<String, List<Library>> after = new HashMap<>(before);
        after.put("new", List.of(release("core"), release("queue")));

        // The part of a group that the new service does not use stays together, but is another layer.
        assertThat(moved(before, after)).containsExactlyInAnyOrder("core", "web");
    }

    @Test
    void movesOneLayerWhenALibraryIsUpgradedEverywhere() {
        Map<String, List<Library>> before = Map.of(
                "a", List.of(release("core"), release("web"), release("own")),
                "b", List.of(release("core"), release("queue")));
        Map<String, List<Library>> after = Map.of(
                "a", List.of(release("core2"), release("web"), release("own")),
                "b", List.of(release("core2"), release("queue")));

        assertThat(moved(before, after)).containsExactly("core2");
    }

    @Test
    void movesTheSharedRestAndTheOwnLayerWhenALibraryIsUpgradedInOneService() {
        Map<String, List<Library>> before = Map.of(
                "a", List.of(release("core"), release("log"), release("own")),
                "b", List.of(release("core"), release("log")),
                "c", List.of(release("other")));
        Map<String, List<Library>> after = Map.of(
                "a", List.of(release("core2"), release("log"), release("own")),
                "b", List.of(release("core"), release("log")),
                "c", List.of(release("other")));

        assertThat(moved(before, after)).containsExactlyInAnyOrder("log", "core", "core2, own");
    }

    @Test
    void movesNothingWhenASnapshotIsRebuiltButItsOwnLayer() {
        Map<String, List<Library>> before =
                Map.of("a", List.of(release("core"), snapshot(BIG)), "b", List.of(release("core"), snapshot(BIG)));
        Map<String, List<Library>> after = Map.of(
                "a", List.of(release("core"), snapshot(BIG + 1)), "b", List.of(release("core"), snapshot(BIG + 1)));

        assertThat(planner.plan(before).layers().get(0))
                .isEqualTo(planner.plan(after).layers().get(0));
        assertThat(shown(planner.plan(before))).isEqualTo(shown(planner.plan(after)));
    }

    @Test
    void movesNoReleasedLibraryWhenAServiceGetsAModule() {
        Map<String, List<Library>> before =
                Map.of("a", List.of(release("core")), "b", List.of(release("core"), release("web")));
        Map<String, List<Library>> after = Map.of(
                "a",
                List.of(release("core"), new Library("g:module:1", Kind.PROJECT, 0)),
                "b",
                List.of(release("core"), release("web")));

        assertThat(moved(before, after)).containsExactly("module");
    }

    /** Returns the layers, as their libraries, that are in the second plan and not in the first. */
    private List<String> moved(Map<String, List<Library>> before, Map<String, List<Library>> after) {
        Set<List<Library>> known = new HashSet<>();
        planner.plan(before).layers().forEach(layer -> known.add(layer.libraries()));
        List<String> moved = new ArrayList<>();
        for (LibraryLayer layer : planner.plan(after).layers()) {
            if (!known.contains(layer.libraries())) {
                moved.add(names(layer));
            }
        }
        return moved;
    }

    private static List<String> shown(LayerPlan plan) {
        return plan.layers().stream()
                .map(layer -> layer.services() + " " + names(layer))
                .toList();
    }

    private static String names(LibraryLayer layer) {
        return String.join(
                ", ",
                layer.libraries().stream()
                        .map(library -> library.id().split(":", -1)[1])
                        .toList());
    }

    private static Library release(String name) {
        return release(name, BIG);
    }

    private static Library release(String name, long size) {
        return new Library("g:" + name + ":1.0", Kind.RELEASE, size);
    }

    private static Library snapshot(long size) {
        return new Library("g:snap:1-SNAPSHOT", Kind.SNAPSHOT, size);
    }
}
