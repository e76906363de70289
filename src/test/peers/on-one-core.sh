#!/usr/bin/env bash
# Runs java with these words on one core, where the system can pin a process; with the newest JDK (21 or newer) found.
set -euo pipefail
java=java
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  [ -n "$home" ] && [ -x "$home/bin/java" ] && [ -r "$home/release" ] || continue
  version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")"
  if [ "${version:-0}" -ge 21 ] && [ "$version" -gt "${best:-0}" ]; then best="$version"; java="$home/bin/java"; fi
done
if command -v taskset >/dev/null; then exec taskset -c 0 "$java" "$@"; else exec "$java" "$@"; fi
