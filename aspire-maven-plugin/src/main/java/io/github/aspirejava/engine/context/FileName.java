package io.github.aspirejava.engine.context;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bytes of a file's name. Java decodes names by the character set of the locale, which may lack their characters:
 * its text then differs from the real name. Names on Unix are any bytes, and may contain backslashes.
 */
final class FileName {
    private FileName() {}

    /** Returns the bytes of a relative path, with slashes, as one character each. */
    static String bytes(Path relative) {
        return relative.getFileSystem().getSeparator().equals("/")
                ? unixBytes(relative)
                : new String(
                        relative.toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
    }

    /** Returns the path as a text with slashes: decoded as UTF-8 or, if it is not in UTF-8, as ISO 8859-1. */
    static String text(Path relative) {
        String bytes = bytes(relative);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    private static String unixBytes(Path relative) {
        String text = relative.toString();
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        // The address of a file has its bytes, whatever the locale.
        String address = Path.of("/").resolve(relative).toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < address.length(); i++) {
            char character = address.charAt(i);
            if (character == '%') {
                bytes.write(Integer.parseInt(address, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(character);
            }
        }
        String name = bytes.toString(StandardCharsets.ISO_8859_1);
        // A directory's address ends with a slash.
        return name.endsWith("/") && !text.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
