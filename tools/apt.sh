# Sourced: `apt_install WHAT PACKAGE...` installs the first package that Debian has and after
# which `have` (the caller's) is true. Says nothing and does nothing without apt or root.
apt_install() {
    local what="$1" package as_root=()
    shift
    command -v apt-get >/dev/null 2>&1 || return 0
    [ "$(id -u)" = 0 ] || as_root=(sudo -n)
    "${as_root[@]}" true 2>/dev/null || return 0
    echo "tanlu: installing $what (once)"
    local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y
        --no-install-recommends install)
    for package in "$@"; do
        "${install[@]}" "$package" >/dev/null 2>&1 || {
            "${as_root[@]}" apt-get -qq update >/dev/null 2>&1
            "${install[@]}" "$package" >/dev/null 2>&1
        }
        have && return 0
    done
    return 0
}
