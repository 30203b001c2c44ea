package io.github.aspirejava.build.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.VerifyingInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private static final Instant TIME = Instant.ofEpochSecond(1);

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
        // The mark may come after the files that it does not mean.
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
                            "app/run 755 0:0 1970-01-01T00:00:01Z");
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
                .hasMessage("there is no /app/dist/assets/x in it: /app/dist has a.js, index.html");
    }

    @Test
    void comesToAnEndWhereLinksLeadRoundInACircle() {
        Blob layer = new TestLayer().link("a", "b").link("b", "a").gzip();

        assertThatThrownBy(() -> copy("/a", "/app", layer))
                .isInstanceOf(MissingPathException.class)
                .hasMessage("the links at /a lead round in a circle");
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
                .hasMessageContaining("has the path 'app/../../etc/passwd', which leads out of it");
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
        ImageFiles.copy(List.of(layers), path, target, content -> TIME, directory.resolve("spool"), tar);
        return tar.toByteArray();
    }
}
