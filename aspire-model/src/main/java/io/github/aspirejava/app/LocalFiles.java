package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of this machine that are copied into an image, as a layer of their own.
 *
 * @param source the path of a file or directory
 * @param to the directory that the file, or the content of the directory, is copied into
 * @param includes patterns of the paths below the directory that are copied; all if there are none
 * @param excludes patterns of those that are not copied
 * @param permissions the permissions of files that are not just readable, the last match counts
 * @param owner the numbers of a user and optionally a group; root if absent
 */
public record LocalFiles(
        Text source,
        Text to,
        List<Text> includes,
        List<Text> excludes,
        List<Permission> permissions,
        Optional<Text> owner) {
    /**
     * Permissions of some files.
     *
     * @param pattern matches the paths of the files below the directory
     * @param mode their permissions, as POSIX defines them
     */
    public record Permission(Text pattern, int mode) {}

    /** Copies the lists. */
    public LocalFiles {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        permissions = List.copyOf(permissions);
    }

    List<Text> texts() {
        return Stream.of(
                        Stream.of(source, to),
                        includes.stream(),
                        excludes.stream(),
                        permissions.stream().map(Permission::pattern),
                        owner.stream())
                .flatMap(texts -> texts)
                .toList();
    }
}
