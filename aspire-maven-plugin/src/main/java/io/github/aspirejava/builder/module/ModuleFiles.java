package io.github.aspirejava.builder.module;

import io.github.aspirejava.builder.content.ImageBuildException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that a module has produced. */
public final class ModuleFiles {
    private ModuleFiles() {}

    /**
     * Returns all files below a directory by their relative paths, which are written with slashes. Links are followed.
     *
     * @throws ImageBuildException if links form a loop, or a name is not in UTF-8 as those of images are
     */
    public static SortedMap<String, Path> below(Path directory) throws ImageBuildException, IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try {
            for (Path file : LinkedFiles.below(directory)) {
                files.put(name(directory, file), file);
            }
        } catch (LinkedFiles.LoopException e) {
            throw new ImageBuildException(String.valueOf(e.getMessage()), e);
        }
        return files;
    }

    private static String name(Path directory, Path file) throws ImageBuildException {
        Path relative = directory.relativize(file);
        String separator = file.getFileSystem().getSeparator();
        if (!separator.equals("/")) {
            return relative.toString().replace(separator, "/");
        }
        String name = relative.toString();
        return name.chars().allMatch(c -> c < 0x80) ? name : decoded(file, relative.getNameCount());
    }

    /**
     * Decodes the last names of a path from their bytes. Java decodes them by the character set of the locale, which
     * may lack their characters: its text then differs from the real name.
     */
    private static String decoded(Path file, int names) throws ImageBuildException {
        String path = file.toUri().getRawPath();
        int start = path.length();
        for (int i = 0; i < names; i++) {
            start = path.lastIndexOf('/', start - 1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = start + 1; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '%') {
                bytes.write(Integer.parseInt(path, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(character);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ImageBuildException(
                    "The name of the file %s is not valid UTF-8, which images require. Rename it, or run the program that creates it with LC_ALL=C.UTF-8"
                            .formatted(path.substring(start + 1)),
                    e);
        }
    }
}
