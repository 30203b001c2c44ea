package io.github.aspirejava.builder.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.builder.module.Library;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibraryNamesTest {
    private static List<String> names(String... ids) {
        List<Library> libraries = Stream.of(ids)
                .map(id -> new Library(id, Library.Kind.RELEASE, 1))
                .toList();
        LibraryNames names = new LibraryNames(libraries);
        return libraries.stream().map(names::of).toList();
    }

    @Test
    void areThoseOfARepository() {
        assertThat(names("g:core:1.0", "g:core:tests:1.0", "g:core:2.0-SNAPSHOT"))
                .containsExactly("core-1.0.jar", "core-1.0-tests.jar", "core-2.0-SNAPSHOT.jar");
    }

    @Test
    void haveTheirGroupsWhereTwoGroupsHaveTheSameArtifact() {
        assertThat(names("a:same:1", "b:same:1", "a:other:1"))
                .containsExactly("a/same/1/same-1.jar", "b/same/1/same-1.jar", "other-1.jar");
    }

    @Test
    void tellAClassifierFromThePartOfAVersion() {
        assertThat(names("g:json:jdk15:2.4", "g:json:2.4-jdk15"))
                .containsExactly("g/json/2.4/json-2.4-jdk15.jar", "g/json/2.4-jdk15/json-2.4-jdk15.jar");
    }

    @Test
    void haveTheTimesOfSnapshotsAndOtherExtensionsThanThatOfAJar() {
        assertThat(names("g:core:1-20240101.000000-1", "g:core:1-20240202.000000-2", "g:core:par::1", "g:core:par:x:1"))
                .containsExactly(
                        "core-1-20240101.000000-1.jar", "core-1-20240202.000000-2.jar", "core-1.par", "core-1-x.par");
    }

    @Test
    void areOfASnapshotWithoutItsTimeWhereAToolHasCopiedIt() {
        assertThat(LibraryNames.copied("g:core:tests:1-20240101.000000-1")).isEqualTo("core-1-SNAPSHOT-tests.jar");
        assertThat(LibraryNames.copied("g:core:1-SNAPSHOT")).isEqualTo("core-1-SNAPSHOT.jar");
        assertThat(LibraryNames.copied("g:core:1.0")).isEqualTo("core-1.0.jar");
    }
}
