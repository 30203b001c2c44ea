package io.github.aspirejava.builder.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.javaapp.MemoryImageSource;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexSearchTest {
    private static final Platform ARM64 = Platform.parse("linux/arm64");

    private final MemoryImageSource source = new MemoryImageSource();

    private ManifestContent image(String platform) {
        return source.image(platform, "{%s}".formatted(platform), platform + " layer");
    }

    private static String platform(String architecture) {
        return "\"os\":\"linux\",\"architecture\":\"%s\"".formatted(architecture);
    }

    private ManifestContent index(String... entries) {
        return source.manifest(
                "index",
                MediaTypes.OCI_INDEX,
                "{\"schemaVersion\":2,\"manifests\":[%s]}".formatted(String.join(",", entries)));
    }

    private static String entry(ManifestContent manifest) {
        return MemoryImageSource.json(manifest.descriptor());
    }

    private static String entry(ManifestContent manifest, String platform) {
        String json = entry(manifest);
        return json.substring(0, json.length() - 1) + ",\"platform\":{" + platform + "}}";
    }

    private Optional<IndexSearch.Found> find(Platform wanted, ManifestContent index) throws IOException {
        return new IndexSearch(source, wanted).in(index);
    }

    @Test
    void readsFromConfigurationsWhatAnIndexDoesNotSay() throws Exception {
        ManifestContent arm64 = image(platform("arm64") + ",\"variant\":\"v8\"");
        ManifestContent index = index(entry(image(platform("amd64"))), entry(arm64));

        assertThat(find(ARM64, index)).contains(new IndexSearch.Found(arm64, Platform.parse("linux/arm64/v8")));
    }

    @Test
    void prefersThePlatformThatIsExactlyTheWantedOne() throws Exception {
        ManifestContent plain = image(platform("arm64"));
        ManifestContent index = index(entry(image(platform("arm64") + ",\"variant\":\"v8\"")), entry(plain));

        assertThat(find(ARM64, index)).contains(new IndexSearch.Found(plain, ARM64));
    }

    @Test
    void readsNothingButTheImageWhereAPlatformIsNamed() throws Exception {
        ManifestContent amd64 = image(platform("amd64"));
        ManifestContent index = index(entry(image(platform("arm64"))), entry(amd64, platform("amd64")));

        assertThat(find(Platform.LINUX_AMD64, index)).contains(new IndexSearch.Found(amd64, Platform.LINUX_AMD64));
        assertThat(source.opened).isEmpty();
    }

    @Test
    void looksIntoIndexesWithinTheIndex() throws Exception {
        ManifestContent amd64 = image(platform("amd64"));
        ManifestContent named = index(index(entry(amd64, platform("amd64"))));
        ManifestContent unnamed = index(index(entry(amd64)));

        assertThat(find(Platform.LINUX_AMD64, named)).contains(new IndexSearch.Found(amd64, Platform.LINUX_AMD64));
        assertThat(find(Platform.LINUX_AMD64, unnamed)).contains(new IndexSearch.Found(amd64, Platform.LINUX_AMD64));
        assertThat(find(Platform.LINUX_AMD64, index(index(entry(amd64)), platform("amd64"))))
                .contains(new IndexSearch.Found(amd64, Platform.LINUX_AMD64));
    }

    private ManifestContent index(ManifestContent inner) {
        return index(entry(inner));
    }

    private ManifestContent index(ManifestContent inner, String platform) {
        return index(entry(inner, platform));
    }

    @Test
    void takesTheOnlyImageThatSaysNowhereWhatItIsFor() throws Exception {
        ManifestContent only = image("");

        assertThat(find(ARM64, index(entry(only)))).contains(new IndexSearch.Found(only, ARM64));
        assertThat(find(ARM64, index(entry(only), entry(image("\"author\":\"ann\"")))))
                .isEmpty();
        assertThat(find(ARM64, index(entry(only), entry(image(platform("amd64"))))))
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsNoImage() throws Exception {
        ManifestContent amd64 = image(platform("amd64"));
        ManifestContent chart = source.image(
                "chart",
                MediaTypes.OCI_MANIFEST,
                source.blob("application/vnd.cncf.helm.config.v1+json", "{" + platform("amd64") + "}"),
                source.blob("application/vnd.cncf.helm.chart.content.v1.tar+gzip", "chart"));
        ManifestContent attestation = image("\"os\":\"unknown\",\"architecture\":\"unknown\"");

        assertThat(find(Platform.LINUX_AMD64, index(entry(chart), entry(attestation), entry(amd64))))
                .contains(new IndexSearch.Found(amd64, Platform.LINUX_AMD64));
        IndexSearch none = new IndexSearch(source, ARM64);
        assertThat(none.in(index(entry(chart), entry(attestation)))).isEmpty();
        assertThat(none.offered()).isEmpty();
    }

    @Test
    void tellsWhatThereIsInstead() throws Exception {
        IndexSearch search = new IndexSearch(source, Platform.parse("linux/s390x"));

        assertThat(search.in(index(entry(image(platform("amd64"))), entry(image("x"), platform("arm64")))))
                .isEmpty();
        assertThat(search.offered()).containsExactly(Platform.LINUX_AMD64, ARM64);
    }

    @Test
    void readsWhatManyEntriesNameOnce() throws Exception {
        ManifestContent inner = index(entry(image(platform("amd64"))));
        for (int depth = 0; depth < 3; depth++) {
            ManifestContent below = inner;
            inner = index(Stream.generate(() -> entry(below)).limit(1_000).toArray(String[]::new));
        }

        assertThat(find(ARM64, inner)).isEmpty();
        assertThat(source.read).as("manifests").hasSizeLessThan(5);
    }

    @Test
    void readsNoMoreThanAHundredImagesForOne() {
        List<String> entries = new ArrayList<>();
        for (int number = 0; number <= 100; number++) {
            entries.add(entry(image(platform("cpu" + number))));
        }

        assertThatThrownBy(() -> find(ARM64, index(entries.toArray(String[]::new))))
                .isInstanceOf(IOException.class)
                .hasMessage("its index has more than 100 images without a platform");
        assertThat(source.read).hasSize(100);
    }

    @Test
    void goesNoDeeperThanFourIndexes() {
        ManifestContent inner = index(entry(image(platform("amd64"))));
        for (int depth = 0; depth < 4; depth++) {
            inner = index(inner);
        }
        ManifestContent outer = inner;

        assertThatThrownBy(() -> find(Platform.LINUX_AMD64, outer))
                .isInstanceOf(IOException.class)
                .hasMessage("its index contains other indexes, nested more than 4 levels deep");
    }
}
