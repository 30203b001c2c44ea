package io.github.aspirejava.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The content of a jar or war.
 *
 * @param digest the digest of its bytes
 * @param classes the checksum of each class in it, by its path on the class path
 * @param libraries the digest of each jar in it, by its name
 */
record JarContent(String digest, Map<String, Long> classes, Map<String, String> libraries) {
    private static final String CLASSES = "^(BOOT|WEB)-INF/classes/";

    static JarContent of(byte[] bytes) throws IOException {
        Map<String, Long> classes = new TreeMap<>();
        Map<String, String> libraries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.endsWith(".class")) {
                    CRC32 checksum = new CRC32();
                    checksum.update(zip.readAllBytes());
                    classes.put(name.replaceFirst(CLASSES, ""), checksum.getValue());
                } else if (name.endsWith(".jar")) {
                    libraries.put(name.substring(name.lastIndexOf('/') + 1), StoredImage.digest(zip.readAllBytes()));
                }
            }
        }
        return new JarContent(StoredImage.digest(bytes), classes, libraries);
    }
}
