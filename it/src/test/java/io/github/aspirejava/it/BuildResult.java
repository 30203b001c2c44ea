package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
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
        return sample.json("target/aspire/images.json");
    }
}
