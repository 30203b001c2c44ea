package io.github.aspirejava.builder.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.VerifyingInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {
    private static final Instant TIME = Instant.parse("1990-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void copiesWhatIsInADirectory() throws Exception {
        Blob layer = new TestLayer()
                .directory("app/dist", 0755)
                .file("app/dist/index.html", "page")
                .file("app/dist/assets/main.js", "code")
                .file("app/secret", "no")
                .gzip();

        assertThat(copy("/app/dist", "/srv/www", layer))
                .containsExactly(
                        entry("srv", "/"),
                        entry("srv/www", "/"),
                        entry("srv/www/assets", "/"),
                        entry("srv/www/assets/main.js", "code"),
                        entry("srv/www/index.html", "page"));
    }

    @Test
    void copiesAFileUnderItsName() throws Exception {
        Blob layer = new TestLayer().file("etc/motd", "hello").gzip();

        assertThat(copy("/etc/motd", "/app", layer)).containsExactly(entry("app", "/"), entry("app/motd", "hello"));
    }

    @Test
    void copiesAllOfAnImageToItsRoot() throws Exception {
        Blob layer = new TestLayer().file("a", "1").gzip();

        assertThat(copy("/", "/", layer)).containsExactly(entry("a", "1"));
    }

    @Test
    void readsLayersThatAreNotCompressed() throws Exception {
        assertThat(copy("/a", "/b", new TestLayer().file("a/c", "1").plain())).containsEntry("b/c", "1");
    }

    @Test
    void seesWhatUpperLayersHaveReplacedAndRemoved() throws Exception {
        Blob lower = new TestLayer()
                .file("app/kept", "1")
                .file("app/replaced", "old")
                .file("app/removed", "1")
                .file("app/old/a", "1")
                .gzip();
        Blob upper = new TestLayer()
                .file("app/replaced", "new")
                .without("app/removed")
                .without("app/old")
                .gzip();

        assertThat(copy("/app", "/app", lower, upper))
                .containsExactly(entry("app", "/"), entry("app/kept", "1"), entry("app/replaced", "new"));
    }

    @Test
    void keepsWhatALayerHasPutIntoADirectoryThatItHasEmptied() throws Exception {
        Blob lower = new TestLayer().file("app/old", "1").gzip();
        // The whiteout may come after the files that it does not apply to.
        Blob upper = new TestLayer().file("app/new", "2").opaque("app").gzip();

        assertThat(copy("/app", "/app", lower, upper)).containsExactly(entry("app", "/"), entry("app/new", "2"));
    }

    @Test
    void bringsBackWhatALaterLayerHasPutThereAgain() throws Exception {
        Blob lower = new TestLayer().file("app/a", "1").gzip();
        Blob middle = new TestLayer().without("app/a").gzip();
        Blob upper = new TestLayer().file("app/a", "3").gzip();

        assertThat(copy("/app", "/app", lower, middle, upper)).containsEntry("app/a", "3");
    }

    @Test
    void forgetsADirectoryThatAFileHasReplaced() throws Exception {
        Blob lower = new TestLayer().file("app/a/b", "1").gzip();
        Blob upper = new TestLayer().file("app/a", "2").gzip();

        assertThat(copy("/app", "/app", lower, upper)).containsExactly(entry("app", "/"), entry("app/a", "2"));
    }

    @Test
    void followsLinksOnTheWayToTheFilesAndKeepsThoseWithin() throws Exception {
        Blob layer = new TestLayer()
                .file("opt/site-2/index.html", "page")
                .link("opt/site-2/start.html", "index.html")
                .link("opt/site", "../opt/site-2")
                .link("www", "/opt/site")
                .gzip();

        assertThat(copy("/www", "/srv", layer))
                .containsExactly(
                        entry("srv", "/"), entry("srv/index.html", "page"), entry("srv/start.html", "-> index.html"));
    }

    @Test
    void putsInPlaceOfALinkThatLeadsOutOfThemWhatItLeadsTo() throws Exception {
        Blob layer = new TestLayer()
                .file("app/public/logo.svg", "logo")
                .file("app/public/icons/a.svg", "a")
                .link("app/public/icons/b.svg", "a.svg")
                .link("app/dist/assets", "../public")
                .link("app/dist/logo.svg", "../public/logo.svg")
                .file("app/dist/v2/x.txt", "x")
                .link("app/dist/latest", "/app/dist/v2")
                .link("app/dist/current", "v2")
                .gzip();

        assertThat(copy("/app/dist", "/srv", layer))
                .containsExactly(
                        entry("srv", "/"),
                        entry("srv/assets", "/"),
                        entry("srv/assets/icons", "/"),
                        entry("srv/assets/icons/a.svg", "a"),
                        entry("srv/assets/icons/b.svg", "-> a.svg"),
                        entry("srv/assets/logo.svg", "logo"),
                        entry("srv/current", "-> v2"),
                        entry("srv/latest", "/"),
                        entry("srv/latest/x.txt", "x"),
                        entry("srv/logo.svg", "logo"),
                        entry("srv/v2", "/"),
                        entry("srv/v2/x.txt", "x"));
        assertThat(copy("/app/dist", "/app/dist", layer)).containsEntry("app/dist/latest", "-> /app/dist/v2");
    }

    @Test
    void keepsLinksThatLeadToNothingOrRoundInACircle() throws Exception {
        Blob layer = new TestLayer()
                .link("app/dist/gone", "../missing")
                .link("app/dist/up", "..")
                .link("app/dist/other", "/lib")
                .link("lib/back", "/app/dist")
                .gzip();

        assertThat(copy("/app/dist", "/srv", layer))
                .containsExactly(
                        entry("srv", "/"),
                        entry("srv/gone", "-> ../missing"),
                        entry("srv/other", "/"),
                        entry("srv/other/back", "-> /app/dist"),
                        entry("srv/up", "-> .."));
    }

    @Test
    void refusesLinksThatStandForMoreFilesThanThereIsRoomFor() {
        TestLayer layer = new TestLayer().file("d9/end", "1");
        for (int depth = 0; depth < 9; depth++) {
            for (int link = 0; link < 10; link++) {
                layer.link("d%d/l%d".formatted(depth, link), "/d" + (depth + 1));
            }
        }

        assertThatThrownBy(() -> copy("/d0", "/srv", layer.gzip()))
                .isInstanceOf(IOException.class)
                .hasMessage("the links in it lead to more than 100,000 files");
    }

    @Test
    void givesEachFileTheTimeOfItsContent() throws Exception {
        Blob layer = new TestLayer()
                .file("app/a", "page 1")
                .file("app/b", "page 2")
                .file("app/c", "page 1")
                .gzip();
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        ImageFiles.copy(
                List.of(layer),
                "/app",
                "/app",
                false,
                content -> content.equals(Digest.of("page 2".getBytes(StandardCharsets.UTF_8)))
                        ? TIME.plusSeconds(2)
                        : TIME.plusSeconds(1),
                directory.resolve("spool"),
                written);

        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            List<Instant> times = new ArrayList<>();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                times.add(entry.getLastModifiedTime().toInstant());
            }
            assertThat(times)
                    .containsExactly(
                            Instant.ofEpochSecond(1), TIME.plusSeconds(1), TIME.plusSeconds(2), TIME.plusSeconds(1));
        }
    }

    @Test
    void givesASecondNameTheContentOfTheFirst() throws Exception {
        Blob lower = new TestLayer().file("lib/original", "1").gzip();
        Blob upper = new TestLayer().hardLink("app/second", "lib/original").gzip();

        assertThat(copy("/app", "/app", lower, upper)).containsEntry("app/second", "1");
    }

    @Test
    void leavesOutDevices() throws Exception {
        Blob layer = new TestLayer().device("app/null").file("app/a", "1").gzip();

        assertThat(copy("/app", "/app", layer)).containsExactly(entry("app", "/"), entry("app/a", "1"));
    }

    @Test
    void keepsModesAndNothingElseOfWhoAndWhen() throws Exception {
        Blob layer = new TestLayer()
                .file("app/run", "1", 0755)
                .directory("app/private", 0700)
                .gzip();

        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(tar("/app", "/app", layer)))) {
            List<String> seen = new ArrayList<>();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                seen.add("%s %o %d:%d%s %s"
                        .formatted(
                                entry.getName(),
                                entry.getMode() & 07777,
                                entry.getLongUserId(),
                                entry.getLongGroupId(),
                                entry.getUserName(),
                                entry.getLastModifiedTime()));
            }
            assertThat(seen)
                    .containsExactly(
                            "app/ 755 0:0 1970-01-01T00:00:01Z",
                            "app/private/ 700 0:0 1970-01-01T00:00:01Z",
                            "app/run 755 0:0 1990-01-01T00:00:00Z");
        }
    }

    @Test
    void makesEqualLayersOfEqualFilesHoweverTheyAreSpread() throws Exception {
        Blob one = new TestLayer().file("a/x", "1").file("a/y", "2").gzip();
        Blob lower = new TestLayer()
                .file("elsewhere/y", "2")
                .file("elsewhere/z", "3")
                .gzip();
        Blob upper =
                new TestLayer().file("elsewhere/x", "1").without("elsewhere/z").plain();

        assertThat(tar("/a", "/to", one)).isEqualTo(tar("/elsewhere", "/to", lower, upper));
    }

    @Test
    void saysWhatThereIsInsteadOfAPathThatIsNotThere() {
        Blob layer = new TestLayer()
                .file("app/dist/index.html", "page")
                .file("app/dist/a.js", "1")
                .gzip();

        assertThatThrownBy(() -> copy("/app/dist/assets/x", "/app", layer))
                .isInstanceOf(MissingPathException.class)
                .hasMessage("it does not contain /app/dist/assets/x: /app/dist has a.js, index.html");
    }

    @Test
    void comesToAnEndWhereLinksLeadRoundInACircle() {
        Blob layer = new TestLayer().link("a", "b").link("b", "a").gzip();

        assertThatThrownBy(() -> copy("/a", "/app", layer))
                .isInstanceOf(MissingPathException.class)
                .hasMessage("the links at /a form a cycle");
    }

    @Test
    void stopsAtTheRootHoweverFarALinkLeadsUpwards() throws Exception {
        Blob layer =
                new TestLayer().file("etc/a", "1").link("app", "../../../etc").gzip();

        assertThat(copy("/app", "/to", layer)).containsEntry("to/a", "1");
    }

    @Test
    void refusesALayerThatLeadsOutOfTheImage() {
        Blob layer = new TestLayer().file("app/../../etc/passwd", "1").gzip();

        assertThatThrownBy(() -> copy("/app", "/app", layer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has the path 'app/../../etc/passwd', which leads out of the image");
    }

    @Test
    void refusesALayerWhoseBytesAreNotItsOwn() {
        Blob right = new TestLayer().file("app/a", "1").gzip();
        Blob wrong = new TestLayer().file("app/a", "2").gzip();
        Blob damaged = new Blob() {
            @Override
            public Descriptor descriptor() {
                return right.descriptor();
            }

            @Override
            public InputStream open() throws IOException {
                return new VerifyingInputStream(wrong.open(), descriptor(), "the test");
            }
        };

        assertThatThrownBy(() -> copy("/app", "/app", damaged)).isInstanceOf(IOException.class);
    }

    @Test
    void saysThatItDoesNotUnderstandZstd() {
        Blob layer = Blob.ofBytes(MediaTypes.OCI_LAYER_ZSTD, new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0});

        assertThatThrownBy(() -> copy("/app", "/app", layer)).hasMessageContaining("compressed with zstd");
    }

    private Map<String, String> copy(String path, String target, Blob... layers) throws Exception {
        return TestLayer.read(tar(path, target, layers));
    }

    private byte[] tar(String path, String target, Blob... layers) throws Exception {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        ImageFiles.copy(List.of(layers), path, target, false, content -> TIME, directory.resolve("spool"), tar);
        return tar.toByteArray();
    }
}
