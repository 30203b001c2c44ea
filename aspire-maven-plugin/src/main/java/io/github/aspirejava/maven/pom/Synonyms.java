package io.github.aspirejava.maven.pom;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names that other image build tools use for the elements of this model. */
final class Synonyms {
    private static final Map<String, List<String>> BY_OUR_NAME = Map.ofEntries(
            Map.entry("arguments", names("args arg argument cmd command commandLine programArguments run")),
            Map.entry("buildArguments", names("args arg buildArgs buildArg build")),
            Map.entry("buildSecrets", names("secret secrets buildSecret")),
            Map.entry(
                    "environmentVariables",
                    names("env envs envVars environment environmentVars variables envVariables run")),
            Map.entry("endpoints", names("port ports expose exposedPorts exposedPort run")),
            Map.entry("imageName", names("image to repo targetImage imageRepository imageNames alias")),
            Map.entry("baseImage", names("from base baseImageName fromImage jdkImage build")),
            Map.entry("user", names("uid username runAs runAsUser")),
            Map.entry("workingDirectory", names("workdir workingDir cwd")),
            Map.entry("entrypoint", names("entryPoint shell")),
            Map.entry("volumes", names("volume")),
            Map.entry("labels", names("label metadata")),
            Map.entry("annotations", names("annotation")),
            Map.entry("healthcheck", names("healthCheck health probe")),
            Map.entry("created", names("creationTime createdDate createTime useCurrentTimestamp")),
            Map.entry("extraClasspath", names("classpath additionalClasspath extraClassPath")),
            Map.entry("mainClass", names("main startClass mainClassName entryClass applicationClass")),
            Map.entry(
                    "jvmFlags",
                    names("jvmArgs jvmArg jvmArguments jvmOptions jvmOpts javaOpts javaOptions vmArgs argLine")),
            Map.entry("file", names("dockerfile dockerfileName dockerfilePath")),
            Map.entry("context", names("contextDir contextDirectory dockerfileDir dockerDirectory dir directory path")),
            Map.entry("directory", names("context workingDirectory path dir folder")),
            Map.entry("tags", names("version imageTag imageTags tagName")),
            Map.entry("platforms", names("arch architecture architectures os")),
            Map.entry("files", names("resources")),
            Map.entry("localFiles", names("extraDirectories extraFiles directories paths assembly inline")),
            Map.entry("references", names("dependsOn depends links dependencies")),
            Map.entry("dockerCompose", names("compose docker")),
            Map.entry("waitFor", names("depends_on dependsOn depends")),
            Map.entry("command", names("cmd entrypoint entryPoint")),
            Map.entry("mounts", names("volume volumes")),
            Map.entry("shutdown", names("gracePeriod stopGracePeriod terminationGracePeriodSeconds stopTimeout")),
            Map.entry("resources", names("limits memory cpu deploy")),
            Map.entry("probes", names("healthcheck healthCheck health probe readinessProbe")),
            Map.entry("registry", names("registryName pushRegistry targetRegistry")),
            Map.entry("appRoot", names("webapps deployPath targetDir")),
            Map.entry("endpoint", names("url uri host hostname address server registryUrl")),
            Map.entry("repository", names("namespace organization organisation prefix project path")),
            Map.entry("credentials", names("auth authConfig authentication username password")),
            Map.entry("username", names("user login name")),
            Map.entry("password", names("pass pwd token secret")),
            Map.entry("insecure", names("http plainHttp allowInsecure allowInsecureRegistries insecureRegistry")),
            Map.entry("caFile", names("ca caCert certificate certificates trustStore certPath")),
            Map.entry("clientCertificate", names("clientCert cert tlsCert certFile")),
            Map.entry("clientKey", names("key tlsKey keyFile privateKey")),
            Map.entry("location", names("region")),
            Map.entry("resourceGroup", names("group rg")),
            Map.entry("subscription", names("subscriptionId")),
            Map.entry("tenant", names("tenantId")),
            Map.entry("sku", names("tier")),
            Map.entry("services", names("images image container containers from to apps applications")),
            Map.entry("registries", names("registry containerRegistries repositories")),
            Map.entry("server", names("image baseImage from nginx")));

    private Synonyms() {}

    private static List<String> names(String names) {
        return List.of(names.toLowerCase(Locale.ROOT).split(" ", -1));
    }

    /**
     * Returns those elements of {@code known} that correspond to an element of another tool, in the order of
     * {@code known}.
     */
    static List<String> of(String element, Collection<String> known) {
        String name = element.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(ours -> BY_OUR_NAME.getOrDefault(ours, List.of()).contains(name))
                .toList();
    }
}
