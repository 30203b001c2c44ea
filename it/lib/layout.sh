# Sourced: writes an OCI image layout (image-spec 1.1) with tar, gzip and sha256sum.
# shellcheck shell=bash

# Moves file $1 into the layout $2 under its digest, and prints `sha256:…`.
add_blob() {
    local digest
    digest=$(sha256sum <"$1" | cut -d ' ' -f 1)
    mv -- "$1" "$2/blobs/sha256/$digest"
    printf 'sha256:%s' "$digest"
}

# Prints the descriptor of the blob with media type $1 and digest $2 in the layout $3, without its closing brace.
open_descriptor() {
    printf '{"mediaType":"%s","digest":"%s","size":%d' "$1" "$2" "$(stat -c %s "$3/blobs/${2/://}")"
}

# Prints the architecture of this machine as Go, and so OCI, spells it.
oci_architecture() {
    case $(uname -m) in
        x86_64) printf amd64 ;;
        aarch64) printf arm64 ;;
        *) uname -m | tr -d '\n' ;;
    esac
}

# write_layout ROOT LAYOUT ENV…: makes the directory tree ROOT the only layer of an image in LAYOUT.
# Each ENV is a JSON string with a setting of the image's environment.
write_layout() {
    local root=$1 layout=$2 architecture diff_id layer config manifest environment
    shift 2
    environment=$(IFS=, && printf '%s' "$*")
    architecture=$(oci_architecture)
    mkdir -p "$layout/blobs/sha256"

    tar --sort=name --format=ustar --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$root" -cf "$layout/layer" .
    diff_id=sha256:$(sha256sum <"$layout/layer" | cut -d ' ' -f 1)
    # The fastest level: the image is read on this machine only.
    gzip -n -1 "$layout/layer"
    layer=$(add_blob "$layout/layer.gz" "$layout")

    printf '{"created":"1970-01-01T00:00:00Z","architecture":"%s","os":"linux","config":{"Env":[%s]},"rootfs":{"type":"layers","diff_ids":["%s"]},"history":[{"created":"1970-01-01T00:00:00Z","created_by":"it/base"}]}' \
        "$architecture" "$environment" "$diff_id" >"$layout/config"
    config=$(add_blob "$layout/config" "$layout")

    printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s},"layers":[%s}]}' \
        "$(open_descriptor application/vnd.oci.image.config.v1+json "$config" "$layout")" \
        "$(open_descriptor application/vnd.oci.image.layer.v1.tar+gzip "$layer" "$layout")" >"$layout/manifest"
    manifest=$(add_blob "$layout/manifest" "$layout")

    printf '{"imageLayoutVersion":"1.0.0"}' >"$layout/oci-layout"
    printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[%s,"platform":{"architecture":"%s","os":"linux"},"annotations":{"org.opencontainers.image.ref.name":"17-jre"}}]}' \
        "$(open_descriptor application/vnd.oci.image.manifest.v1+json "$manifest" "$layout")" "$architecture" \
        >"$layout/index.json"
}
