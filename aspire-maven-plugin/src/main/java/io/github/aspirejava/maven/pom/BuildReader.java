package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.BuildOptions;
import io.github.aspirejava.app.BuildSecret;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.RareBuildOptions;
import io.github.aspirejava.app.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the elements that say how an engine builds an image. */
final class BuildReader {
    /** The addresses that Docker accepts for a host. */
    private static final Pattern ADDRESS =
            Pattern.compile("host-gateway|\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+");

    private static final Pattern SIZE = Pattern.compile("(?i)[0-9]{1,15}\\s*[kmgt]?i?b?");

    private final Problems problems;

    BuildReader(Problems problems) {
        this.problems = problems;
    }

    BuildOptions options(ElementReader reader) {
        return new BuildOptions(
                reader.map("labels"),
                reader.flag("pull", false),
                reader.text("network"),
                reader.list("cacheFrom", "image", TextAsList.SINGLE, reader::text),
                rare(reader));
    }

    private RareBuildOptions rare(ElementReader reader) {
        Optional<Text> size = reader.text("shmSize");
        size.filter(text -> text.value()
                        .filter(value -> !SIZE.matcher(value.strip()).matches())
                        .isPresent())
                .ifPresent(text -> problems.add(
                        text.origin(),
                        "<shmSize> is '%s', which is not a size".formatted(text),
                        "Write <shmSize>128m</shmSize>"));
        return RareBuildOptions.builder()
                .noCache(reader.flag("noCache", false))
                .cacheTo(reader.list("cacheTo", "cache", TextAsList.SINGLE, reader::text))
                .addHosts(hosts(reader))
                .shmSize(size)
                .ssh(reader.list("ssh", "agent", TextAsList.SINGLE, reader::text))
                .contexts(reader.map("contexts"))
                .provenance(reader.text("provenance"))
                .sbom(reader.flag("sbom", false))
                .build();
    }

    private Map<String, Text> hosts(ElementReader reader) {
        Map<String, Text> hosts = reader.map("addHosts");
        hosts.forEach((name, address) -> {
            if (address.value()
                    .filter(value -> !ADDRESS.matcher(value).matches())
                    .isPresent()) {
                problems.add(
                        address.origin(),
                        "<%s> is '%s', which is not an address".formatted(name, address),
                        "Write an IP address, or host-gateway");
            }
        });
        return hosts;
    }

    List<BuildSecret> secrets(ElementReader reader) {
        return reader.list("buildSecrets", "buildSecret", element -> secret(reader.reading(element)));
    }

    private BuildSecret secret(ElementReader reader) {
        String id = reader.name();
        Optional<Text> file = reader.text("file");
        BuildSecret secret = file.map(path -> new BuildSecret(id, BuildSecret.Kind.FILE, path))
                .orElseGet(() -> {
                    Text value = reader.required("value", "{npm-token}");
                    if (!value.hasOnlyParameters() && !value.toString().isEmpty()) {
                        problems.add(
                                value.origin(),
                                "The build secret '%s' is written in the POM".formatted(id),
                                "Declare a secret <parameter> and write <value>{its-name}</value>");
                    }
                    return new BuildSecret(id, BuildSecret.Kind.VALUE, value);
                });
        reader.finish();
        return secret;
    }
}
