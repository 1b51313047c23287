#!/usr/bin/env bash
# Runs everything that must be green: format, lints, unit and integration tests, browser tests.
# Needs Rust, Node, a C compiler and Chromium. Installs packages from the lock files.
set -euo pipefail
cd "$(dirname "$0")"

browser=""
for path in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
  if [ -n "$path" ] && [ -x "$path" ]; then browser=$path; break; fi
done
if [ -z "$browser" ]; then
  echo "Chromium is missing: the browser tests need it. Debian: apt-get install chromium, or set CHROMIUM to its path." >&2
  exit 1
fi
export CHROMIUM="$browser"

step() { printf '\n== %s\n' "$*"; }

step "front end"
npm --prefix frontend ci --ignore-scripts --no-audit --no-fund
npm --prefix frontend run --silent build

step "format"
cargo fmt --check

step "lints"
cargo clippy --locked --all-targets -- -D warnings

step "unit and integration tests"
cargo test --locked

# The tests above have built the program too.
step "browser tests"
node --test --test-concurrency=1 tests/browser/*.test.mjs
