package io.github.aspirejava.builder.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.builder.javaapp.SampleModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.jar.JarInputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalisedJarTest {
    private static byte[] normalised(Path jar) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NormalisedJar(jar).writeTo(out);
        return out.toByteArray();
    }

    @Property(tries = 100)
    void dependsOnNamesAndContentOnly(
            @ForAll @Size(max = 12) Map<@AlphaChars @StringLength(min = 1, max = 8) String, byte[]> content,
            @ForAll Random random)
            throws IOException {
        Path jar = Files.createTempFile("project", ".jar");
        try {
            SampleModule.writeJar(jar, content, Instant.parse("2001-01-01T00:00:00Z"));
            byte[] first = normalised(jar);
            List<String> names = new ArrayList<>(content.keySet());
            java.util.Collections.shuffle(names, random);
            Map<String, byte[]> shuffled = new LinkedHashMap<>();
            names.forEach(name -> shuffled.put(name, content.getOrDefault(name, new byte[0])));
            SampleModule.writeJar(jar, shuffled, Instant.parse("2020-07-07T12:34:56Z"));

            assertThat(normalised(jar)).isEqualTo(first);
            Files.write(jar, first);
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                assertThat(zip.size()).isEqualTo(content.size());
                for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                    try (InputStream in = zip.getInputStream(zip.getEntry(entry.getKey()))) {
                        assertThat(in.readAllBytes()).isEqualTo(entry.getValue());
                    }
                }
            }
        } finally {
            Files.delete(jar);
        }
    }

    @Test
    void doesNotDependOnTheTimeZone(@TempDir Path directory) throws IOException {
        Path jar = directory.resolve("a.jar");
        SampleModule.writeJar(jar, Map.of("a", new byte[] {1}), Instant.parse("2001-01-01T00:00:00Z"));
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] east = normalised(jar);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
            assertThat(normalised(jar)).isEqualTo(east);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void hasItsManifestFirst(@TempDir Path directory) throws IOException {
        Path jar = directory.resolve("a.jar");
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("A.class", new byte[] {1});
        content.put("META-INF/", new byte[0]);
        content.put("META-INF/A", new byte[0]);
        content.put(
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: A\n\n".getBytes(StandardCharsets.US_ASCII));
        SampleModule.writeJar(jar, content, Instant.EPOCH);

        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(normalised(jar)))) {
            assertThat(in.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("A");
        }
    }

    @Test
    void keepsEachByteOfWhatIsSigned(@TempDir Path directory) throws IOException {
        String properties = "META-INF/maven/g/a/pom.properties";
        byte[] dated = "#Mon Jan 01 00:00:00 UTC 2001\nversion=1\n".getBytes(StandardCharsets.ISO_8859_1);
        Path jar = directory.resolve("a.jar");
        SampleModule.writeJar(jar, Map.of(properties, dated, "META-INF/ME.SF", new byte[] {1}), Instant.EPOCH);
        Files.write(jar, normalised(jar));

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.getInputStream(zip.getEntry(properties)).readAllBytes())
                    .isEqualTo(dated);
        }
    }

    @Test
    void keepsStoredEntriesStored(@TempDir Path directory) throws IOException {
        Path jar = directory.resolve("a.jar");
        byte[] nested = new byte[1000];
        CRC32 checksum = new CRC32();
        checksum.update(nested);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry("nested.jar");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(nested.length);
            entry.setCrc(checksum.getValue());
            zip.putNextEntry(entry);
            zip.write(nested);
        }
        Files.write(jar, normalised(jar));

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.getEntry("nested.jar").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getInputStream(zip.getEntry("nested.jar")).readAllBytes())
                    .isEqualTo(nested);
        }
    }
}
