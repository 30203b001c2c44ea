package io.github.aspirejava.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionsTest {
    private static Instructions of(String text) {
        return Instructions.parse(DockerfileText.lines(text));
    }

    private static Optional<Instruction> feature(String text) {
        return BuildKitFeature.of(of(text), Set.of());
    }

    @Test
    void findsTheLineOfWhatAnEngineShows() {
        Instructions instructions = of("""
                # syntax
                FROM base AS a

                RUN one \\
                  # a comment in between
                  && two
                COPY x   y
                FROM a
                COPY x y
                """);

        assertThat(instructions.line("RUN one    && two", 1)).contains(4);
        assertThat(instructions.line("COPY x y", 1)).contains(7);
        assertThat(instructions.line("COPY x y", 2)).contains(9);
        assertThat(instructions.line("RUN three", 1)).isEmpty();
        assertThat(NeededImages.of(instructions, Map.of(), Map.of())).containsExactly("base");
    }

    @Test
    void knowsTheOtherSignForALineThatGoesOn() {
        assertThat(of("# escape=`\nFROM a\nRUN x `\n y\nRUN z\n").line("RUN z", 1))
                .contains(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN --mount=type=cache,target=/x make",
                "RUN --network=none make",
                "COPY --link a b",
                "COPY --chmod=755 a b",
                "COPY --chown=1:1 --chmod=755 a b",
                "RUN <<EOF",
                "COPY <<\"END\" /x"
            })
    void seesWhatDockersOwnBuilderDoesNotKnow(String instruction) {
        assertThat(feature("FROM a\n" + instruction))
                .hasValueSatisfying(found -> assertThat(found.line()).isEqualTo(2));
    }

    @Test
    void readsAnyNumberOfFlags() {
        String flags = "--x=y ".repeat(10_000);

        assertThat(feature("FROM %sbase\nRUN %s--mount=type=cache make".formatted(flags, flags)))
                .isPresent();
        assertThat(NeededImages.of(of("FROM %sbase".formatted(flags)), Map.of(), Map.of()))
                .containsExactly("base");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RUN echo --mount", "COPY --from=a x y", "COPY --chown=1 x y", "RUN cat < x", "ENV A=--mount"})
    void doesNotSeeMoreThanThat(String instruction) {
        assertThat(feature("FROM a\n" + instruction)).isEmpty();
    }

    private static List<String> texts(String dockerfile) {
        return of(dockerfile).list().stream().map(Instruction::text).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN <<END\nFROM x\nEND",
                "RUN 3<<END\nFROM x\nEND",
                "RUN <<-END\n\tFROM x\n\tEND",
                "RUN <<'END'\nFROM x\nEND",
                "RUN <<E'N'D\nFROM x\nEND",
                "RUN <<E\\'D\nFROM x\nE'D",
                "RUN <<'two words'\nFROM x\ntwo words",
                "RUN <<$END\nFROM x\n$END",
                "RUN <<  END  > file\nFROM x\nEND",
                "RUN <<END python3\nFROM x\nEND",
                "RUN --mount=type=cache,target=/x <<END\nFROM x\nEND",
                "COPY <<one.txt <<two.txt /to\nFROM x\none.txt\nFROM y\ntwo.txt",
                "COPY <<A <<B /to\nB\nA\nA\nB",
                "ONBUILD RUN <<END\nFROM x\nEND",
                "RUN \\\n  <<END\nFROM x\nEND",
            })
    void skipsTheLinesOfAHereDocument(String instruction) {
        assertThat(texts("FROM a\n" + instruction + "\nUSER me\n"))
                .hasSize(3)
                .last()
                .isEqualTo("USER me");
        assertThat(feature("FROM a\n" + instruction)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN echo $((1<<N))",
                "RUN echo $(( 1 << N ))",
                "RUN echo $(( 1 << 2 ))",
                "RUN \"<<END\"",
                "RUN '<<END'",
                "RUN cat <<<word",
                "RUN [\"sh\", \"-c\", \"<<END\"]",
                "USER <<END",
                "ENV A=<<END",
            })
    void seesNoHereDocumentInOtherSigns(String instruction) {
        assertThat(texts("FROM a\n" + instruction + "\nEND\n").get(1)).isEqualTo(instruction);
        assertThat(texts("FROM a\n" + instruction + "\nUSER me\n")).last().isEqualTo("USER me");
    }

    @Test
    void joinsLinesAsBuildKitDoes() {
        assertThat(texts("""
                FROM a
                RUN one \\
                  # a comment

                  two \\  \t
                  three
                RUN not \\\\
                USER me
                RUN last \\
                """)).containsExactly("FROM a", "RUN one two three", "RUN not \\\\", "USER me", "RUN last");
    }

    @Test
    void readsDirectivesAtTheBeginningOnly() {
        assertThat(texts("# syntax=docker/dockerfile:1\n# escape = `\nFROM a\nRUN x `\n y\n"))
                .containsExactly("FROM a", "RUN x y");
        assertThat(texts("# a comment\n# escape=`\nFROM a\nRUN x `\nUSER me\n"))
                .containsExactly("FROM a", "RUN x `", "USER me");
        assertThat(of("#!/usr/bin/env build\n# syntax=example.com/packs:1 # more\nFROM a")
                        .directives()
                        .syntax())
                .contains("example.com/packs:1");
    }

    @Test
    void readsAFileWithAByteOrderMarkAndOneInAnotherEncoding(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("Dockerfile");

        Files.writeString(file, "\uFEFFFROM a\r\nUSER me\r\n");
        assertThat(Instructions.of(file).list()).extracting(Instruction::text).containsExactly("FROM a", "USER me");

        Files.write(file, "FROM a\nLABEL by=J\u00fcrgen\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Instructions.of(file).list())
                .extracting(Instruction::keyword)
                .containsExactly("FROM", "LABEL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADD --checksum=sha256:0 https://example.com/x /x",
                "ADD --keep-git-dir=true https://example.com/x.git /x",
                "ADD git@example.com:me/x.git /x",
                "ADD https://example.com/me/x.git#main /x",
                "COPY --parents a b /x",
                "COPY --exclude=*.md a /x",
                "RUN --security=insecure make",
                "ARG TARGETARCH",
                "ARG OTHER TARGETPLATFORM",
                "FROM --platform=$BUILDPLATFORM b",
                "FROM --platform=${TARGETPLATFORM} b",
                "FROM b-$TARGETARCH",
                "ONBUILD RUN --mount=type=cache,target=/x make",
            })
    void seesWhatOnlyBuildKitHas(String instruction) {
        assertThat(feature("FROM a\n" + instruction))
                .hasValueSatisfying(found -> assertThat(found.line()).isEqualTo(2));
    }

    @Test
    void seesThatAnArgumentHasAValueOfItsOwn() {
        assertThat(feature("FROM a\nARG TARGETARCH=amd64\n")).isEmpty();
        assertThat(feature("ARG BUILDPLATFORM=linux/amd64\nFROM --platform=$BUILDPLATFORM a\n"))
                .isEmpty();
        assertThat(BuildKitFeature.of(of("FROM a\nARG TARGETARCH\n"), Set.of("TARGETARCH")))
                .isEmpty();
    }

    @Test
    void findsTheImagesThatABuildReads() {
        Instructions instructions = of("""
                # syntax=docker/dockerfile:1.7
                ARG REGISTRY=registry.example
                ARG BASE="$REGISTRY/base:1"
                FROM ${BASE} AS Build
                COPY --from=$REGISTRY/tools /bin/tool /bin/
                RUN --mount=type=bind,from=registry.example/more,target=/more make
                FROM build AS next
                FROM ${REGISTRY}/web-${TARGETARCH}:1
                COPY --from=0 /x /x
                COPY --from=Build /y /y
                COPY --from=next /z /z
                FROM scratch
                ARG REGISTRY
                ONBUILD COPY --from=$REGISTRY/late /l /l
                """);

        assertThat(NeededImages.of(instructions, Map.of(), Map.of("TARGETARCH", "arm64")))
                .containsExactlyInAnyOrder(
                        "docker/dockerfile:1.7",
                        "registry.example/base:1",
                        "registry.example/more",
                        "registry.example/web-arm64:1",
                        "registry.example/late",
                        "/tools");
        assertThat(NeededImages.of(instructions, Map.of("REGISTRY", "other"), Map.of()))
                .contains("other/base:1", "other/web-:1", "other/late");
    }

    @Test
    void readsAnArgumentThatIsDeclaredInTwoScopes() {
        Instructions instructions = of("""
                ARG SOURCE=registry.example/java
                ARG VERSION=17
                FROM ${SOURCE}:${VERSION} AS build
                ARG VERSION
                RUN echo ${VERSION}
                FROM ${SOURCE}-run:${VERSION}
                """);

        assertThat(NeededImages.of(instructions, Map.of(), Map.of()))
                .containsExactlyInAnyOrder("registry.example/java:17", "registry.example/java-run:17");
    }
}
