package io.github.aspirejava.dockerfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a Dockerfile or of an ignore file. Docker takes the bytes as they are; a file that is not in UTF-8 is
 * read as ISO 8859-1, in which each byte is one character.
 */
public final class DockerfileText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private DockerfileText() {}

    /** Returns the lines of a file, without a byte order mark. */
    static List<String> lines(Path file) throws IOException {
        return lines(read(file));
    }

    /** Returns the text of a file, without a byte order mark. */
    public static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Splits a text at its line feeds; other line terminators of Unicode are characters like any others. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            lines.add(text.substring(start, end).replaceFirst("\r+$", ""));
            start = end + 1;
        }
        return lines;
    }
}
