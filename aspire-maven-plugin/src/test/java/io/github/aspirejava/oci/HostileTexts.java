package io.github.aspirejava.oci;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Input from a peer that violates the specification, or follows it with the intent to do harm. */
public final class HostileTexts {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\t",
            ",",
            "=",
            "\"",
            "\\",
            "/",
            "//",
            "?",
            "#",
            ":",
            "@",
            "%",
            "%zz",
            "[::1",
            "..",
            "\u00e4",
            "\u00ff",
            "0",
            "-1",
            "00000000000000000000000000000001",
            "99999999999999999999",
            "1e999999999",
            "NaN",
            "bytes=0-",
            "0-9223372036854775807",
            "http://127.0.0.1:0/",
            "http://127.0.0.1:99999/",
            "http://[::1%25lo]/",
            "https:",
            "file:///etc/passwd",
            "Bearer ",
            "Basic realm=",
            "realm=",
            "sha256:",
            "sha256:" + "0".repeat(64),
            "sha512:" + "f".repeat(128),
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "Thu, 1 Jan 1970 00:00:00 GMT",
            "Fri, 31 Dec 9999 23:59:60 GMT",
            "linux",
            "amd64",
            "x".repeat(2_000));
    private static final List<String> JSON_PIECES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[[[[",
            "{\"",
            "}",
            "]",
            "-0",
            "-1",
            "1e400",
            "9".repeat(1_200),
            "9223372036854775808",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\u0000",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000));

    private HostileTexts() {}

    /** Generates values of headers: any bytes that a header can contain. */
    public static Arbitrary<String> headers() {
        Arbitrary<String> known = Arbitraries.of(PIECES);
        Arbitrary<String> random = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\u00ff')
                .ofMaxLength(20);
        return Arbitraries.frequencyOf(Tuple.of(3, known), Tuple.of(1, random))
                .list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces));
    }

    /** Generates values of headers with a valid beginning. */
    public static Arbitrary<String> headers(String beginning) {
        return Combinators.combine(Arbitraries.of("", beginning), headers()).as(String::concat);
    }

    /** Generates documents similar to {@code example}, parts of which are cut out, replaced or truncated. */
    public static Arbitrary<byte[]> documents(String example) {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, example.length());
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 40);
        Arbitrary<String> piece = Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.of(JSON_PIECES), headers());
        Arbitrary<String> changed = Combinators.combine(place, length, piece)
                .as((at, cut, put) ->
                        example.substring(0, at) + put + example.substring(Math.min(example.length(), at + cut)));
        Arbitrary<String> brokenOff = place.map(at -> example.substring(0, at));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(100);
        return Arbitraries.oneOf(
                changed.map(HostileTexts::utf8),
                values(example).map(HostileTexts::utf8),
                brokenOff.map(HostileTexts::utf8),
                bytes);
    }

    /**
     * Generates copies of the example with one of its values, be it a text, a number or a whole array, replaced by
     * another value.
     */
    private static Arbitrary<String> values(String example) {
        List<Integer> colons = IntStream.range(0, example.length() - 1)
                .filter(i -> example.startsWith("\":", i))
                .mapToObj(i -> i + 2)
                .toList();
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "-1",
                        "1e400",
                        "9223372036854775808",
                        "{}",
                        "[]",
                        "[null]",
                        "[[]]",
                        "\"\"",
                        "\"a\\nb\""),
                Arbitraries.of(PIECES)
                        .map(piece -> '"' + piece.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
        return Combinators.combine(Arbitraries.of(colons), value)
                .as((at, put) -> example.substring(0, at) + put + example.substring(end(example, at)));
    }

    /** Returns the end of the value that begins at {@code from}. */
    private static int end(String json, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < json.length(); i++) {
            char c = json.charAt(i);
            quoted ^= c == '"';
            boolean closes = !quoted && (c == '}' || c == ']');
            if (depth == 0 && !quoted && (c == ',' || closes)) {
                return i;
            }
            depth += !quoted && (c == '{' || c == '[') ? 1 : closes ? -1 : 0;
        }
        return json.length();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
