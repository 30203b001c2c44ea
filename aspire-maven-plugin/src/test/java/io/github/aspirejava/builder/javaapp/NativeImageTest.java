package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeImageTest {
    @TempDir
    Path directory;

    private LayerCache cache;
    private JavaImageRequest request;

    @BeforeEach
    void link() throws Exception {
        cache = LayerCache.open(directory.resolve("cache"));
        Path executable = Files.writeString(directory.resolve("app-1.0-runner"), "#!/bin/sh\necho native\n");
        request = JavaImageRequest.of(
                new JavaModule("app", new ModuleOutput.NativeExecutable(executable), List.of()),
                new BaseImage.Scratch());
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private WrittenImage image(JavaImageRequest wanted) throws Exception {
        return new WrittenImage(new JavaImageBuilder(cache).build(wanted, new Cancellation()));
    }

    @Test
    void runsTheExecutableWithoutJava() throws Exception {
        WrittenImage image = image(request.withJvmFlags(List.of("-Xmx64m")));

        assertThat(image.entrypoint()).containsExactly("/app/application", "-Xmx64m");
        assertThat(image.entries(image.layers().get(0)).keySet())
                .filteredOn(entry -> entry.getName().equals("app/application"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getMode() & 0777).isEqualTo(0755));
        assertThat(DefaultBase.of(request.module())).startsWith("quay.io/quarkus/");
    }

    @Test
    void takesNoMainClass() {
        assertThatThrownBy(() -> image(request.withMainClass("app.Main")))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("<mainClass> has no effect on that. Remove it");
    }
}
