# Sourced: a Docker engine of its own, with all of its state in one directory. Needs root.
# shellcheck shell=bash

# engine_answers DIR: whether the engine of DIR is up.
engine_answers() {
    curl -fsS -m 2 -o /dev/null --unix-socket "$1/docker.sock" http://engine/_ping 2>/dev/null
}

# is_running PIDFILE NAME: whether the process of PIDFILE is alive and is NAME. After a kill the number may be
# another process's, or that of a zombie, which has no executable.
is_running() {
    local executable
    [[ -f $1 ]] || return 1
    executable=$(readlink "/proc/$(<"$1")/exe") || return 1
    [[ ${executable##*/} == "$2" ]]
}

# start_engine DIR: starts the engine, or keeps the one that is up, and sets engine_host.
start_engine() {
    local dir=$1 exec=$1/exec waited
    engine_host=unix://$dir/docker.sock
    # 108 bytes is what a socket's path may have; the longest one here is containerd's.
    ((${#dir} <= 70)) || die "$dir is too long a path for the engine's sockets. Check out in a shorter one."
    engine_answers "$dir" && return
    mkdir -p "$dir"
    # A killed engine leaves these behind, and the next one would wait for processes that are gone.
    is_running "$exec/containerd/containerd.pid" containerd &&
        end_process "$exec/containerd/containerd.pid" containerd
    rm -f "$dir/docker.sock" "$dir/dockerd.pid" "$exec/containerd/containerd.pid"

    # No bridge and no rules of a firewall: containers use the network of the machine.
    setsid dockerd --host "$engine_host" --data-root "$dir/data" --exec-root "$exec" --pidfile "$dir/dockerd.pid" \
        --bridge=none --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false \
        >"$dir/dockerd.log" 2>&1 </dev/null &
    for ((waited = 0; waited < 300; waited++)); do
        engine_answers "$dir" && return
        kill -0 $! 2>/dev/null || break
        sleep 0.1
    done
    tail -n 20 "$dir/dockerd.log" >&2
    die "dockerd did not start; its last lines are above, all of them in $dir/dockerd.log."
}

# end_process PIDFILE NAME: asks the process to end, and kills it when it has not after 15 seconds.
end_process() {
    local pid waited
    pid=$(<"$1")
    kill "$pid"
    for ((waited = 0; waited < 150; waited++)); do
        is_running "$1" "$2" || return 0
        # The file may have gone with the process.
        [[ -f $1 ]] || return 0
        sleep 0.1
    done
    kill -KILL "$pid"
}

# unmount_below DIR: takes down what an engine has mounted below DIR, the innermost first: whoever deletes DIR would be
# refused, or reach through the mount.
unmount_below() {
    local mount
    # The fifth field is where it is mounted, with blanks and the like in octal.
    awk '{ print $5 }' /proc/self/mountinfo | sort -r | while read -r mount; do
        mount=$(printf '%b' "${mount//\\/\\0}")
        [[ $mount != "$1"/* ]] || umount -- "$mount" || umount --lazy -- "$mount"
    done
}

# stop_engine DIR: stops the engine of DIR and what was left of it, its mounts included.
stop_engine() {
    ! is_running "$1/dockerd.pid" dockerd || end_process "$1/dockerd.pid" dockerd
    ! is_running "$1/exec/containerd/containerd.pid" containerd ||
        end_process "$1/exec/containerd/containerd.pid" containerd
    unmount_below "$1"
    rm -f "$1/docker.sock" "$1/dockerd.pid"
}
