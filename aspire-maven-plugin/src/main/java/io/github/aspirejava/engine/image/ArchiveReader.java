package io.github.aspirejava.engine.image;

import io.github.aspirejava.cache.HashingOutputStream;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.text.FilteredException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads the archives that engines export: layers are streamed to files, never held in memory as a whole, and known ones
 * are skipped.
 */
final class ArchiveReader {
    private static final Pattern NAMED_BY_DIGEST = Pattern.compile("(?:blobs/sha256/)?([0-9a-f]{64})(?:\\.tar)?");
    private static final int MOST_JSON = 4 << 20;
    private static final int BUFFER = 256 * 1024;

    private final EngineLayers layers;
    /** The digests of known layers; an engine's name for a layer is the same in each export. */
    private final ConcurrentMap<String, Digest> learned = new ConcurrentHashMap<>();

    ArchiveReader(EngineLayers layers) {
        this.layers = layers;
    }

    /**
     * An archive that has been read.
     *
     * @param index its small files
     * @param names the digests of its layers by the archive's names for them
     */
    record Archive(ArchiveIndex index, Map<String, Digest> names) {}

    /** Reads a whole archive. Unknown layers are still being compressed when this method returns. */
    Archive read(InputStream export, Cancellation cancellation) throws IOException {
        Map<String, byte[]> small = new HashMap<>();
        Map<String, String> links = new HashMap<>();
        Map<String, Digest> names = new HashMap<>();
        forEach(export, cancellation, (tar, entry) -> {
            if (entry.isSymbolicLink()) {
                links.put(entry.getName(), target(entry));
            } else if (entry.isFile()) {
                InputStream content = tar;
                if (mayBeJson(entry)) {
                    byte[] bytes = tar.readAllBytes();
                    if (!isBlob(entry) || (bytes.length > 0 && bytes[0] == '{')) {
                        small.put(entry.getName(), bytes);
                        return false;
                    }
                    content = new ByteArrayInputStream(bytes);
                }
                names.put(entry.getName(), layer(content, entry));
            }
            return false;
        });
        links.forEach((link, target) -> {
            if (names.containsKey(target)) {
                names.put(link, names.get(target));
            }
        });
        return new Archive(new ArchiveIndex(small), names);
    }

    /** Reads one layer into a new file. */
    Path readLayer(InputStream export, Digest identity, Cancellation cancellation) throws IOException {
        Path file = layers.newFile();
        boolean[] found = new boolean[1];
        forEach(export, cancellation, (tar, entry) -> {
            boolean other = entry.getName().endsWith("json")
                    || named(entry).filter(digest -> !digest.equals(identity)).isPresent();
            found[0] = entry.isFile() && !other && spool(tar, file).equals(identity);
            return found[0];
        });
        if (!found[0]) {
            Files.deleteIfExists(file);
            throw new FilteredException(
                    "The engine no longer has the layer %s. Run the build again".formatted(identity));
        }
        return file;
    }

    private static void forEach(InputStream export, Cancellation cancellation, Visitor visitor) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(export, BUFFER))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                cancellation.throwIfCancelled();
                if (visitor.visit(tar, entry)) {
                    return;
                }
            }
        }
    }

    private Digest layer(InputStream content, TarArchiveEntry entry) throws IOException {
        Optional<Digest> name = named(entry).or(() -> Optional.ofNullable(learned.get(entry.getName())));
        if (name.isPresent() && layers.find(name.get()).isPresent()) {
            return name.get();
        }
        Path file = layers.newFile();
        Digest identity = spool(content, file);
        layers.add(identity, file);
        learned.put(entry.getName(), identity);
        return identity;
    }

    private static Digest spool(InputStream tar, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            HashingOutputStream hash = new HashingOutputStream(out);
            byte[] buffer = new byte[BUFFER];
            for (int n = tar.read(buffer); n >= 0; n = tar.read(buffer)) {
                hash.write(buffer, 0, n);
            }
            return hash.digest();
        }
    }

    /** Returns whether an entry may be JSON; a blob's name does not tell its type. */
    private static boolean mayBeJson(TarArchiveEntry entry) {
        return !entry.getName().endsWith(".tar") && entry.getSize() <= MOST_JSON;
    }

    private static boolean isBlob(TarArchiveEntry entry) {
        return entry.getName().startsWith("blobs/");
    }

    private static Optional<Digest> named(TarArchiveEntry entry) {
        Matcher matcher = NAMED_BY_DIGEST.matcher(entry.getName());
        return matcher.matches() ? Optional.of(new Digest("sha256", matcher.group(1))) : Optional.empty();
    }

    /** Returns the target of a link in the archive: {@code ../ID/layer.tar} from {@code ID/layer.tar}. */
    private static String target(TarArchiveEntry link) {
        Path from = Path.of(link.getName()).resolveSibling(link.getLinkName()).normalize();
        return from.toString().replace('\\', '/');
    }

    @FunctionalInterface
    private interface Visitor {
        /** Visits an entry; returns whether the reader can stop. */
        boolean visit(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException;
    }
}
