# Sourced by the checks of this folder.

# missing WHAT: ends the check as skipped, or as failed where the validators are required.
missing() {
  echo "$1 is not there; ./dev setup brings it" >&2
  if [ "${HUOZI_CONFORMANCE:-0}" = 1 ]; then exit 1; fi
  exit 77
}

require_command() {
  command -v "$1" >/dev/null || missing "$1"
}

require_file() {
  if [ ! -s "$1" ]; then
    echo "$1 is missing or empty" >&2
    exit 1
  fi
}
