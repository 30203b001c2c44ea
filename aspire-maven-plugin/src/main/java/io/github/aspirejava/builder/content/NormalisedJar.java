package io.github.aspirejava.builder.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * A jar of the same build, rewritten so that equal content gives equal bytes. The jar plugin writes the time of the
 * build into each entry unless the project sets {@code project.build.outputTimestamp}.
 */
public record NormalisedJar(Path jar) implements FileContent {
    @Override
    public Optional<Path> source() {
        return Optional.of(jar);
    }

    @Override
    public String form() {
        return ReproducibleJar.FORM;
    }

    @Override
    public long size() throws IOException {
        return Files.size(jar);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (ZipFile source = Archive.open(jar);
                ReproducibleJar target = new ReproducibleJar(out)) {
            List<String> names = ReproducibleJar.ordered(Archive.names(source));
            // A signed entry must stay unchanged, or Java refuses to read it.
            boolean isSigned = names.stream().anyMatch(Archive::isSignature);
            for (String name : names) {
                if (isSigned) {
                    target.copyExactly(source, name, name);
                } else {
                    target.copy(source, name, name);
                }
            }
        }
    }
}
