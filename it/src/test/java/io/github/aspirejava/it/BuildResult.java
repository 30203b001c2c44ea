package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.api.AssertProvider;

/**
 * The result of a build.
 *
 * @param sample the project
 * @param command the command line
 * @param exitCode the exit code of Maven
 * @param lines its standard output and standard error
 */
record BuildResult(Sample sample, String command, int exitCode, List<String> lines)
        implements AssertProvider<BuildResultAssert> {
    @Override
    public BuildResultAssert assertThat() {
        return new BuildResultAssert(this);
    }

    /** Returns {@code SERVICE.digest}, as the push has written it. */
    String digest(String service) {
        return sample.read("target/aspire/" + service + ".digest").strip();
    }

    /** Returns {@code images.json}, as the push has written it. */
    JsonNode images() {
        return sample.json("target/aspire/images.json");
    }
}
