# Sourced after common.sh: brings the commands that a script needs from Debian's packages. Needs root.
# shellcheck shell=bash

# The commands of the parts, and the packages that bring them.
declare -A packages=(
    [dockerd]=docker.io [docker]=docker.io [docker-registry]=docker-registry [skopeo]=skopeo [curl]=curl [mvn]=maven
    [javac]=openjdk-17-jdk-headless [busybox]=busybox-static [node]=nodejs [npm]=npm [chromium]=chromium
    [podman]=podman
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
