package io.github.aspirejava.bench;

/** The measured versions: the newest stable releases, and this build's own. */
final class Versions {
    static final String PLUGIN = "0.1.0-SNAPSHOT";
    static final String JIB_MAVEN_PLUGIN = "3.5.2";
    static final String DOCKER_MAVEN_PLUGIN = "0.49.0";

    private Versions() {}
}
