package io.github.aspirejava.oci;

import java.util.Set;

/** The media types of images, of OCI and of Docker. */
public final class MediaTypes {
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    public static final String OCI_LAYER_GZIP = "application/vnd.oci.image.layer.v1.tar+gzip";
    public static final String OCI_LAYER_ZSTD = "application/vnd.oci.image.layer.v1.tar+zstd";
    public static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
    public static final String DOCKER_MANIFEST_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    public static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
    public static final String DOCKER_LAYER_GZIP = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    public static final String DOCKER_LAYER_ZSTD = "application/vnd.docker.image.rootfs.diff.tar.zstd";
    public static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";
    public static final String OCI_FOREIGN_GZIP = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip";
    public static final String OCI_FOREIGN_ZSTD = "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd";
    public static final String OCI_FOREIGN = "application/vnd.oci.image.layer.nondistributable.v1.tar";
    public static final String DOCKER_FOREIGN_GZIP = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";
    public static final String DOCKER_FOREIGN_ZSTD = "application/vnd.docker.image.rootfs.foreign.diff.tar.zstd";
    public static final String DOCKER_FOREIGN = "application/vnd.docker.image.rootfs.foreign.diff.tar";
    public static final String DOCKER_SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+json";
    public static final String DOCKER_SCHEMA_1_SIGNED = "application/vnd.docker.distribution.manifest.v1+prettyjws";

    /** The end of messages that begin with the type of a manifest. */
    public static final String ABOUT_SCHEMA_1 =
            "Docker's schema 1, which was deprecated in 2017 and has no configuration. Use a newer tag, or convert the image: skopeo copy --format v2s2 docker://OLD docker://NEW";

    private static final Set<String> FOREIGN = Set.of(
            OCI_FOREIGN_GZIP, OCI_FOREIGN_ZSTD, OCI_FOREIGN, DOCKER_FOREIGN_GZIP, DOCKER_FOREIGN_ZSTD, DOCKER_FOREIGN);

    private MediaTypes() {}

    /** Returns whether {@code mediaType} is that of a list of manifests, one for each platform. */
    public static boolean isIndex(String mediaType) {
        return mediaType.equals(OCI_INDEX) || mediaType.equals(DOCKER_MANIFEST_LIST);
    }

    /** Returns whether {@code mediaType} is that of Docker's manifests before 2017. */
    public static boolean isSchema1(String mediaType) {
        return mediaType.equals(DOCKER_SCHEMA_1) || mediaType.equals(DOCKER_SCHEMA_1_SIGNED);
    }

    /**
     * Returns whether {@code mediaType} is that of a foreign layer, which must not be distributed, such as those of
     * Windows: clients that pull the image download it from the {@code urls} of its descriptor.
     */
    public static boolean isForeign(String mediaType) {
        return FOREIGN.contains(mediaType);
    }

    /** Returns whether {@code mediaType} is that of one platform's manifest. */
    public static boolean isManifest(String mediaType) {
        return mediaType.equals(OCI_MANIFEST) || mediaType.equals(DOCKER_MANIFEST);
    }
}
