package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of files in images, and the symbolic links that are followed on the way there. */
@NeedsNode
class FileNamesIT {
    private static final String BUILD = """
            const fs = require('fs');
            fs.mkdirSync('public/icons', {recursive: true});
            fs.writeFileSync('public/icons/a.svg', '<svg/>');
            fs.writeFileSync('public/one.txt', '1');
            fs.mkdirSync('dist/Verzeichnis für 日本', {recursive: true});
            fs.writeFileSync('dist/Verzeichnis für 日本/größe.txt', '1');
            fs.writeFileSync('dist/dev\\\\x2dlabel.txt', '1');
            fs.rmSync('dist/linked', {force: true}); fs.symlinkSync('../public', 'dist/linked');
            fs.rmSync('dist/one.txt', {force: true}); fs.symlinkSync('../public/one.txt', 'dist/one.txt');
            """;

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void areWhatTheyAreOnTheDiskWhateverTheLocale(String locale) {
        Sample site = FrontEndSite.builtBy(BUILD);

        BuildResult push = FrontEndSite.push(MavenBuild.of(site).environment("LC_ALL", locale));

        assertThat(push).succeeded();
        assertThat(LayerFiles.of(FrontEndSite.layer(site, push)))
                .containsExactly(
                        "usr/share/nginx/html/Verzeichnis für 日本/größe.txt",
                        "usr/share/nginx/html/dev\\x2dlabel.txt",
                        "usr/share/nginx/html/linked/icons/a.svg",
                        "usr/share/nginx/html/linked/one.txt",
                        "usr/share/nginx/html/one.txt");
    }

    @Test
    void haveAnEndOrElseTheLinkIsNamed() {
        Sample site =
                FrontEndSite.builtBy(BUILD + "fs.rmSync('dist/up', {force: true}); fs.symlinkSync('..', 'dist/up');");

        BuildResult push = FrontEndSite.push(MavenBuild.of(site));

        assertThat(push)
                .failed()
                .hasNoStackTrace()
                .hasErrorWith(List.of("pom.xml:%d: The link %s leads to a directory that contains it"
                        .formatted(site.lineOf("pom.xml", "<viteApp>"), site.file("web/dist/up"))));
    }
}
