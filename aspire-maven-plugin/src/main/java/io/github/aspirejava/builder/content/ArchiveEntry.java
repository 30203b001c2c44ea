package io.github.aspirejava.builder.content;

import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A file inside a jar or war.
 *
 * @param name the name of its entry in the archive
 */
public record ArchiveEntry(Path archive, String name) implements FileContent {
    @Override
    public Optional<Path> source() {
        return Optional.of(archive);
    }

    @Override
    public String form() {
        return "entry " + name;
    }

    @Override
    public long size() throws IOException {
        try (ZipFile file = Archive.open(archive)) {
            return entry(file).getSize();
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (ZipFile file = Archive.open(archive);
                InputStream content = file.getInputStream(entry(file))) {
            if (MavenProperties.isCalled(name)) {
                out.write(MavenProperties.withoutTime(content.readAllBytes()));
            } else {
                content.transferTo(out);
            }
        }
    }

    /** Returns whether this is a jar with an entry of that name. */
    public boolean holds(String entry) throws IOException {
        try (ZipFile file = Archive.open(archive);
                ZipInputStream jar = new ZipInputStream(file.getInputStream(entry(file)))) {
            for (ZipEntry next = jar.getNextEntry(); next != null; next = jar.getNextEntry()) {
                if (next.getName().equals(entry)) {
                    return true;
                }
            }
            return false;
        }
    }

    private ZipEntry entry(ZipFile file) throws IOException {
        ZipEntry entry = file.getEntry(name);
        if (entry == null) {
            throw new FilteredException("%s has no %s any more".formatted(archive, name));
        }
        return entry;
    }
}
