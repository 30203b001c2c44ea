# Sourced after common.sh: brings the commands that a script needs from Debian's packages. Needs root.
# shellcheck shell=bash

# The commands of the parts, and the packages that bring them.
declare -A packages=(
    [dockerd]=docker.io [docker]=docker.io [docker-registry]=docker-registry [skopeo]=skopeo [curl]=curl [mvn]=maven
    [javac]=openjdk-17-jdk-headless [busybox]=busybox-static [node]=nodejs [npm]=npm [chromium]=chromium
    [podman]=podman [runc]=runc [nginx]=nginx-light
)

install_missing() {
    local command
    local -A missing=()
    for command in "${!packages[@]}"; do
        has "$command" || missing[${packages[$command]}]=1
    done
    ((${#missing[@]})) || return 0
    has apt-get || die "missing: ${!missing[*]} (names of Debian's packages). Install them and run this again."
    say "installing ${!missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${!missing[@]}" >/dev/null ||
        die "could not install ${!missing[*]}. Install them and run this again."
}

# Docker's front end to BuildKit. Debian 12 has none; that of Debian 13 needs nothing that 12 has not.
buildx_package=http://deb.debian.org/debian/pool/main/d/docker-buildx/docker-buildx_0.13.1+ds1-3_amd64.deb
buildx_sha256=fcf8c48204d1603c8f209451d7827eb91bf30759578baf7704e9e1a87e5f1d7f

# fetch_buildx DIR: makes DIR a directory for DOCKER_CONFIG with buildx in it. It is not installed, because then Docker
# would build by BuildKit in all tests. Without it, those that need it are left out.
fetch_buildx() {
    local dir=$1
    [[ -x $dir/cli-plugins/docker-buildx ]] && return
    mkdir -p "$dir/package"
    if [[ $(dpkg --print-architecture) == amd64 ]] &&
        curl -fsSL -m 120 -o "$dir/buildx.deb" "$buildx_package" &&
        sha256sum --quiet -c <<<"$buildx_sha256  $dir/buildx.deb" &&
        dpkg-deb -x "$dir/buildx.deb" "$dir/package"; then
        mv "$dir/package/usr/libexec/docker/cli-plugins" "$dir/cli-plugins"
    else
        say "$buildx_package cannot be had: the tests with BuildKit are left out"
    fi
    rm -rf "$dir/buildx.deb" "$dir/package"
}
