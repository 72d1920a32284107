# Sourced by ./dev: installs the missing packages of sections of packages.txt; where nothing is missing it calls no apt.

# The packages of the sections named, one a line, without those whose command is there.
wanted_packages() {
  awk -v sections=" $* " '
    /^\[/ { wanted = index(sections, " " substr($1, 2, length($1) - 2) " ") > 0; next }
    /^#/ || NF == 0 || !wanted { next }
    $2 == "unless" && system("command -v " $3 " >/dev/null 2>&1") == 0 { next }
    { print $1 }' scripts/packages.txt
}

missing_packages() {
  local wanted
  wanted=$(wanted_packages "$@")
  # A package dpkg never heard of is an error on stderr and no line on stdout.
  # shellcheck disable=SC2086 # one word a package
  dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
    awk '$1 == "installed" { print $2 }' | sort -u |
    comm -13 - <(sort -u <<<"$wanted")
}

install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "dev: this system has no apt. What is needed goes by these names in Debian; install what is missing:" >&2
    wanted_packages "$@" | paste -s -d ' ' >&2
    return 0
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if [ ${#missing[@]} -eq 0 ]; then return 0; fi

  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "dev: as root, run: apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    apt=(sudo "${apt[@]}")
  fi
  echo "dev: installing ${missing[*]}"
  # stdin is closed: nothing may wait for an answer.
  "${apt[@]}" -qq update </dev/null
  "${apt[@]}" -qq install -y --no-install-recommends "${missing[@]}" </dev/null
}
