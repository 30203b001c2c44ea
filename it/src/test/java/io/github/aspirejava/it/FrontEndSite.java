package io.github.aspirejava.it;

/** A project that is only a front end, which this machine's Node builds by a test's script. */
final class FrontEndSite {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>site</artifactId>
              <version>1.0.0</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <configuration>
                      <registries><ociLayout><name>bundle</name></ociLayout></registries>
                      <services>
                        <viteApp>
                          <name>web</name>
                          <builder>host</builder>
                          <server><image>scratch</image></server>
                        </viteApp>
                      </services>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private FrontEndSite() {}

    /** Creates the project with the plugin's configuration of nginx. */
    static Sample servedByNginx(String build) {
        return builtBy(build)
                .write(
                        "pom.xml",
                        POM.replace(
                                "<image>scratch</image>",
                                "<image>scratch</image><configuration>default</configuration>"));
    }

    /**
     * Creates the project.
     *
     * @param build a script for Node that creates {@code dist}
     */
    static Sample builtBy(String build) {
        Sample site = new Sample("site", Workspace.newDirectory("site"));
        return site.write("pom.xml", POM)
                .write(".mvn/maven.config", "")
                .write("web/package.json", """
                        {"name": "web", "version": "1.0.0", "private": true, "scripts": {"build": "node build.js"}}
                        """)
                .write("web/package-lock.json", """
                        {"name": "web", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
                         "packages": {"": {"name": "web", "version": "1.0.0"}}}
                        """)
                .write("web/build.js", build);
    }

    static BuildResult push(MavenBuild build) {
        return build.run("io.github.aspirejava:aspire-maven-plugin:0.1.0-SNAPSHOT:push");
    }

    /** Returns the only layer of the front end's image. */
    static byte[] layer(Sample site, BuildResult push) {
        StoredImage image = StoredImage.inLayout(site.file("target/bundle"), push.digest("web"));
        return image.layers().get(0);
    }
}
