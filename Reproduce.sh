#!/usr/bin/env bash
# Set-up, then the paper:        ./Reproduce.sh [--smoke | --full] [--coco DIR] [--glove FILE] [--output DIR]
# Set-up, then the tests:        ./Reproduce.sh test
# Works from any folder. Asks for nothing: what it cannot install by itself it names, with the command that does.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

say() { printf '%s\n' "$*" >&2; }

# Swift 6.
require_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "Swift 6 is needed and there is no 'swift' on the PATH. Instructions: https://www.swift.org/install/"
    exit 69
  fi
  local major
  major="$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+).*/\1/p' | head -n 1)"
  if [ "${major:-0}" -lt 6 ]; then
    say "Swift 6 is needed; this is Swift ${major:-of an unknown version}. Instructions: https://www.swift.org/install/"
    exit 69
  fi
}

# OpenBLAS, libpng and Cairo with their headers; TurboJPEG only if JPEG photographs are to be read.
require_libraries_linux() {
  local missing=() optional=()
  has_library() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; }
  command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
  has_library openblas || missing+=(libopenblas-dev)
  has_library libpng || missing+=(libpng-dev)
  has_library cairo || missing+=(libcairo2-dev)
  local known
  known="$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || true)"
  case "$known" in
    *libturbojpeg.so*) ;;
    *) optional+=(libturbojpeg0) ;;
  esac
  if [ ${#missing[@]} -eq 0 ] && [ ${#optional[@]} -eq 0 ]; then return; fi

  local as_root=()
  if ! command -v apt-get >/dev/null 2>&1; then
    as_root=(none)
  elif [ "$(id -u)" -eq 0 ]; then
    as_root=(env)
  elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ ${#missing[@]} -gt 0 -a -t 0 ]; }; then
    as_root=(sudo)
  else
    as_root=(none)
  fi

  if [ "${as_root[0]}" != none ]; then
    # A missing optional library is no reason to fail.
    install() { "${as_root[@]}" apt-get install -y --no-install-recommends "$@" >&2; }
    if [ ${#missing[@]} -gt 0 ]; then
      say "Installing ${missing[*]}"
      "${as_root[@]}" apt-get update >&2 || true
      install "${missing[@]}" || { say "Could not install ${missing[*]}."; exit 69; }
    fi
    if [ ${#optional[@]} -gt 0 ]; then
      # Debian's name, then Ubuntu's.
      install libturbojpeg0 >/dev/null 2>&1 || install libturbojpeg >/dev/null 2>&1 \
        || say "Without ${optional[*]} JPEG files cannot be read; all else works."
    fi
  elif [ ${#missing[@]} -gt 0 ]; then
    if command -v apt-get >/dev/null 2>&1; then
      say "Libraries are missing. Install them with:"
      say "  sudo apt-get install ${missing[*]}${optional[*]:+ ${optional[*]}}"
    else
      say "Missing (by their Debian names): ${missing[*]}. Install your system's packages of OpenBLAS, libpng and"
      say "Cairo with headers and pkg-config files."
    fi
    exit 69
  else
    say "Without ${optional[*]} JPEG files cannot be read; all else works."
  fi
}

require_libraries_macos() {
  local missing=()
  if ! command -v brew >/dev/null 2>&1; then
    say "Homebrew is needed for OpenBLAS, libpng and Cairo: https://brew.sh"
    exit 69
  fi
  for formula in pkgconf openblas libpng cairo jpeg-turbo; do
    brew list --versions "$formula" >/dev/null 2>&1 || missing+=("$formula")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    say "Installing ${missing[*]}"
    brew install "${missing[@]}" >&2 || { say "Install them with: brew install ${missing[*]}"; exit 69; }
  fi
  # OpenBLAS is not linked into brew's common folder.
  PKG_CONFIG_PATH="$(brew --prefix openblas)/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
  export PKG_CONFIG_PATH
}

require_swift
case "$(uname -s)" in
  Linux) require_libraries_linux ;;
  Darwin) require_libraries_macos ;;
  *) say "This runs on Linux and macOS."; exit 69 ;;
esac

if [ "${1:-}" = test ]; then
  shift
  exec swift test --package-path "$here" "$@"
fi

say "Building"
swift build --package-path "$here" -c release --product reproduce >&2
binary="$(swift build --package-path "$here" -c release --show-bin-path)/reproduce"

# Results name the commit that made them.
REPRODUCE_COMMIT="$(git -C "$here" describe --always --dirty 2>/dev/null || true)"
export REPRODUCE_COMMIT

# What is computed here goes aside into runs/, so that it really is computed: a result that is there already, as the
# committed ones in Paper/results are, would be taken as it is.
output=("--output" "$here/runs/standard")
for argument in "$@"; do
  case "$argument" in
    --output | --output=*) output=() ; break ;;
    --smoke) output=("--output" "$here/runs/smoke") ;;
    --full) output=("--output" "$here/runs/full") ;;
  esac
done
exec "$binary" all "$@" ${output[@]+"${output[@]}"}
