package io.github.aspirejava.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for every text, whether it is a reference or nearly one. */
class ReferenceGrammarTest {
    @Property
    void whatIsWrittenIsReadBack(@ForAll @From("references") ImageReference reference) {
        assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
    }

    @Property
    void whatIsReadTwiceIsTheSame(@ForAll @From("texts") String text) {
        assertThat(ImageReference.parse(text))
                .isEqualTo(ImageReference.parse(ImageReference.parse(text).toString()));
    }

    @Property
    void anyTextIsReadOrExplained(@ForAll @From("nearReferences") String text) {
        readOrExplained(text, ImageReference::parse);
    }

    @Property
    void anyHostIsReadOrExplained(@ForAll @From("nearReferences") String text) {
        readOrExplained(text, RegistryHost::parse);
    }

    @Property
    void anyRepositoryIsReadOrExplained(@ForAll @From("nearReferences") String text) {
        readOrExplained(text, Repository::new);
    }

    @Property
    void anyTagIsReadOrExplained(@ForAll @From("nearReferences") String text) {
        readOrExplained(text, Tag::new);
    }

    @Property
    void nonsenseIsReadOrExplained(@ForAll String text) {
        readOrExplained(text, ImageReference::parse);
        readOrExplained(text, RegistryHost::parse);
        readOrExplained(text, Repository::new);
        readOrExplained(text, Tag::new);
        readOrExplained(text, Digest::parse);
        readOrExplained(text, Platform::parse);
    }

    @Provide
    Arbitrary<ImageReference> references() {
        return Combinators.combine(
                        hosts(), repositories(), tags().optional(), digests().optional())
                .as(ImageReference::new)
                .filter(r -> !r.host().equals(RegistryHost.DOCKER_HUB)
                        || r.repository().path().contains("/"));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> host =
                Arbitraries.of("library/", "docker.io/", "ghcr.io/", "LOCALHOST/", "localhost:5000/", "[::1]:80/");
        return Combinators.combine(host, repositories(), tags()).as((h, r, t) -> h + r + ':' + t);
    }

    /** Provides references in which a few places were overwritten. */
    @Provide
    Arbitrary<String> nearReferences() {
        Arbitrary<String> spoilt = Arbitraries.of(
                "", " ", "/", "//", ":", "@", ".", "..", "-", "_", "___", "A", "é", "://", "[", "\n", "%");
        return Combinators.combine(references(), Arbitraries.integers().between(0, 80), spoilt)
                .as((reference, place, text) -> {
                    String whole = reference.toString();
                    int at = Math.min(place, whole.length());
                    return whole.substring(0, at) + text + whole.substring(Math.min(at + 1, whole.length()));
                });
    }

    private static Arbitrary<RegistryHost> hosts() {
        Arbitrary<String> label = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> domain = Combinators.combine(label, label).as((a, b) -> a + ".x" + b);
        Arbitrary<String> name =
                Arbitraries.oneOf(domain, Arbitraries.of("localhost", "127.0.0.1", "[::1]", "docker.io"));
        return Combinators.combine(name, Arbitraries.of(0, 1, 80, 5000, 65535))
                .as(RegistryHost::new)
                // A port distinguishes a host without a dot from a path.
                .filter(host -> RegistryHost.looksLikeHost(host.toString()));
    }

    private static Arbitrary<Repository> repositories() {
        Arbitrary<String> word = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<String> separator = Arbitraries.of(".", "_", "__", "-", "---", "/");
        return Combinators.combine(word, separator, word, separator, word)
                .as((a, s, b, t, c) -> new Repository("x" + a + s + b + t + c));
    }

    private static Arbitrary<Tag> tags() {
        Arbitrary<String> head =
                Arbitraries.strings().alpha().numeric().withChars('_').ofLength(1);
        Arbitrary<String> rest =
                Arbitraries.strings().alpha().numeric().withChars('_', '.', '-').ofMaxLength(127);
        return Combinators.combine(head, rest).as((h, r) -> new Tag(h + r));
    }

    private static Arbitrary<Digest> digests() {
        Arbitrary<String> hex = Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('a', 'f')
                .ofLength(64);
        return hex.map(h -> new Digest("sha256", h));
    }

    private static void readOrExplained(String text, Function<String, ?> read) {
        try {
            assertThat(read.apply(text)).isNotNull();
        } catch (GrammarException e) {
            assertThat(e.what()).isNotBlank();
            assertThat(e.fix()).isNotBlank();
            assertThat(e).hasMessage(e.what() + ". " + e.fix() + ".");
            e.correction().ifPresent(correction -> {
                assertThat(e.fix()).startsWith("Write " + correction);
                assertThat(reader(e.what()).apply(correction)).isNotNull();
            });
        }
    }

    /** Returns the parser for the kind of name that a message is about, to read its correction. */
    private static Function<String, ?> reader(String what) {
        if (what.endsWith("is not a tag")) {
            return Tag::new;
        }
        if (what.endsWith("is not a repository name")) {
            return Repository::new;
        }
        return what.startsWith("The image reference") ? ImageReference::parse : RegistryHost::parse;
    }
}
