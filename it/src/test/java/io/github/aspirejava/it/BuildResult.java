package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.assertj.core.api.AssertProvider;

/**
 * What came of a build.
 *
 * @param sample what was built
 * @param command the command line
 * @param exitCode of Maven
 * @param lines standard output and standard error
 */
record BuildResult(Sample sample, String command, int exitCode, List<String> lines)
        implements AssertProvider<BuildResultAssert> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public BuildResultAssert assertThat() {
        return new BuildResultAssert(this);
    }

    /** {@code SERVICE.digest}, as the push has left it behind. */
    String digest(String service) {
        return sample.read("target/aspire/" + service + ".digest").strip();
    }

    /** {@code images.json}, as the push has left it behind. */
    JsonNode images() {
        return json("target/aspire/images.json");
    }

    /** A JSON file of the sample. */
    JsonNode json(String path) {
        try {
            return JSON.readTree(sample.file(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
