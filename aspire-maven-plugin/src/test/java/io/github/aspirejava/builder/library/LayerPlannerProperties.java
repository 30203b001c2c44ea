package io.github.aspirejava.builder.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.Library.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LayerPlannerProperties {
    private static final List<Kind> KINDS = List.of(Kind.values());

    /**
     * Generates some tens of libraries of all kinds and sizes, each of which is used by some of up to twelve services.
     */
    @Provide
    Arbitrary<Map<String, Set<Library>>> applications() {
        return Arbitraries.randomValue(LayerPlannerProperties::application);
    }

    private static Map<String, Set<Library>> application(Random random) {
        Map<String, Set<Library>> services = new LinkedHashMap<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            services.put("service-" + i, new HashSet<>());
        }
        int libraries = random.nextInt(60);
        for (int i = 0; i < libraries; i++) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            Library library = new Library("g:l" + i + ":1", kind, random.nextInt(i % 3 == 0 ? 5_000_000 : 300_000));
            double popularity = random.nextDouble();
            services.values().stream()
                    .filter(service -> random.nextDouble() < popularity)
                    .forEach(service -> service.add(library));
        }
        return services;
    }

    @Property
    void anImageHasItsLibrariesAndNoOthersEachInOneLayer(
            @ForAll("applications") Map<String, Set<Library>> services, @ForAll @IntRange(min = 3, max = 24) int most) {
        LayerPlan plan = new LayerPlanner(new LayerLimits(1_000_000, most)).plan(services);

        services.forEach((service, libraries) -> assertThat(plan.layersOf(service).stream()
                        .flatMap(layer -> layer.libraries().stream())
                        .toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(libraries));
    }

    @Property
    void anImageHasNoMoreLayersThanAllowed(
            @ForAll("applications") Map<String, Set<Library>> services,
            @ForAll @IntRange(max = 1_000_000) int small,
            @ForAll @IntRange(min = 3, max = 10) int most) {
        LayerPlan plan = new LayerPlanner(new LayerLimits(small, most)).plan(services);

        assertThat(services.keySet())
                .allSatisfy(service -> assertThat(plan.layersOf(service)).hasSizeLessThanOrEqualTo(most));
    }

    @Property
    void thePlanDoesNotDependOnTheOrderOfItsInput(
            @ForAll("applications") Map<String, Set<Library>> services, @ForAll Random random) {
        List<String> names = new ArrayList<>(services.keySet());
        Collections.shuffle(names, random);
        Map<String, Collection<Library>> shuffled = new LinkedHashMap<>();
        for (String name : names) {
            List<Library> libraries = new ArrayList<>(services.get(name));
            Collections.shuffle(libraries, random);
            shuffled.put(name, libraries);
        }
        LayerPlanner planner = new LayerPlanner(new LayerLimits(1_000_000, 6));

        assertThat(planner.plan(shuffled)).isEqualTo(planner.plan(services));
    }

    @Property
    void withoutLimitsTheLayersAreTheSetsOfWhatTheSameServicesShare(
            @ForAll("applications") Map<String, Set<Library>> services) {
        Map<Library, Set<String>> users = new HashMap<>();
        services.forEach((service, libraries) -> libraries.forEach(
                library -> users.computeIfAbsent(library, l -> new TreeSet<>()).add(service)));
        Map<String, Set<Library>> sets = new TreeMap<>();
        users.forEach((library, by) -> sets.computeIfAbsent(library.kind() + " " + by, k -> new HashSet<>())
                .add(library));

        LayerPlan plan = new LayerPlanner(new LayerLimits(0, Integer.MAX_VALUE)).plan(services);

        assertThat(plan.layers().stream()
                        .map(layer -> (Set<Library>) new HashSet<>(layer.libraries()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(sets.values());
        assertThat(plan.bytesOfLayers()).isEqualTo(plan.distinctBytes());
    }

    @Property
    void aNewServiceMovesNoGroupButThoseThatItHasAPartOf(@ForAll("applications") Map<String, Set<Library>> services) {
        LayerPlanner planner = new LayerPlanner(new LayerLimits(0, Integer.MAX_VALUE));
        Map<String, Set<Library>> before = new HashMap<>(services);
        Set<Library> added = Objects.requireNonNull(before.remove("service-0"));
        Set<List<Library>> pushed = planner.plan(before).layers().stream()
                .map(LibraryLayer::libraries)
                .collect(Collectors.toSet());

        for (LibraryLayer layer : planner.plan(services).layers()) {
            boolean untouched = pushed.stream()
                    .filter(known -> !Collections.disjoint(known, layer.libraries()))
                    .anyMatch(known -> Collections.disjoint(known, added));
            assertThat(untouched && !pushed.contains(layer.libraries()))
                    .as("%s moves", layer)
                    .isFalse();
        }
    }

    @Property
    void whatIsStoredAgainForASmallGroupIsAtMostALargeOne(@ForAll("applications") Map<String, Set<Library>> services) {
        long small = 1_000_000;
        long groups = new LayerPlanner(new LayerLimits(0, Integer.MAX_VALUE))
                .plan(services).layers().stream()
                        .filter(layer -> layer.size() < small)
                        .count();

        LayerPlan plan = new LayerPlanner(new LayerLimits(small, Integer.MAX_VALUE)).plan(services);

        assertThat(plan.bytesOfLayers() - plan.distinctBytes()).isBetween(0L, groups * small);
    }
}
