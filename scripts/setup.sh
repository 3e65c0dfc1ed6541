#!/usr/bin/env bash
# Sets up .venv with the pinned packages that the product needs; with "tests" also those of
# development, and the browser, PostgreSQL and LibreOffice that the tests start for themselves.
# Run again at any time: it does only what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

apt_install() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    fail "needs the Debian packages: $*. Install them (apt-get install $*) and run again."
  fi
  say "installing Debian packages: $*"
  local options=(-qq -o=Dpkg::Use-Pty=0)
  DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" update >/dev/null
  # The tests run a server of their own: the package is not to make or start one.
  if [ ! -e /etc/postgresql-common/createcluster.conf ] && [[ " $* " == *" postgresql "* ]]; then
    mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
  fi
  DEBIAN_FRONTEND=noninteractive \
    apt-get "${options[@]}" install -y --no-install-recommends "$@" >/dev/null
}

find_python() {
  for name in python3.11 python3.12 python3.13 python3; do
    if command -v "$name" >/dev/null &&
      "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
}

make_environment() {
  if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then return; fi
  local python
  python=$(find_python)
  if [ -z "$python" ]; then
    apt_install python3
    python=$(find_python)
  fi
  [ -n "$python" ] || fail "needs Python 3.11 or newer"
  "$python" -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv
  say "making .venv with $python"
  rm -rf .venv
  "$python" -m venv .venv
}

# One mark for each extent; whoever has the packages of development has those to run, too.
is_marked() { [ -e "$1" ] && [ "$(cat "$1")" = "$state" ]; }

install_packages() {
  local wanted=$1 run=.venv/.karta-run dev=.venv/.karta-dev state
  state=$(cat pyproject.toml constraints.txt | sha256sum)
  if is_marked "$dev" || { [ "$wanted" = . ] && is_marked "$run"; }; then return; fi
  say "installing packages (a few minutes the first time)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --editable "$wanted"
  printf '%s' "$state" > "$run"
  if [ "$wanted" != . ]; then printf '%s' "$state" > "$dev"; fi
}

find_postgresql() { ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -n 1; }

# The tests run a pgbouncer of their own: the service that the package brings is not to run.
install_pgbouncer() {
  apt_install pgbouncer
  if [ -d /run/systemd/system ]; then systemctl --quiet disable --now pgbouncer; fi
}

install_test_programs() {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
    apt_install chromium fonts-liberation
  [ -n "$(ls -d /usr/share/fonts/truetype/{liberation,liberation2,dejavu} 2>/dev/null)" ] ||
    apt_install fonts-liberation
  command -v initdb >/dev/null || [ -n "$(find_postgresql)" ] || apt_install postgresql
  PATH="$PATH:/usr/sbin" command -v pgbouncer >/dev/null || install_pgbouncer
  command -v soffice >/dev/null || apt_install libreoffice-calc-nogui
  if [ "$(id -u)" -eq 0 ]; then command -v setpriv >/dev/null || apt_install util-linux; fi
}

make_environment
if [ "${1:-}" = tests ]; then
  install_packages ".[dev]"
  install_test_programs
else
  install_packages .
fi
