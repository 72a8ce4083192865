#!/usr/bin/env bash
# Fetches the peers: Python packages into a virtual environment (argument 1), spelling checkers from Debian.
set -euo pipefail

target=${1:?usage: fetch.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)

# The environment sees Debian's Python packages: Grammalecte is one of them.
/usr/bin/python3 -m venv --system-site-packages "$target"
"$target/bin/pip" install --quiet --requirement "$here/requirements.txt"

missing=()
for program in hunspell nuspell grammalecte-cli; do
    command -v "$program" >/dev/null || missing+=("$program")
done
if ((${#missing[@]})); then
    echo "installing from Debian: ${missing[*]} hunspell-fr-comprehensive" >&2
    apt-get install --yes --no-install-recommends "${missing[@]}" hunspell-fr-comprehensive
fi
