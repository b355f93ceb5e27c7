#!/bin/sh
# Runs programme with the Node of this folder.
# macOS before 12.3 has no `readlink -f`.
file=$0
while [ -L "$file" ]; do
  target=$(readlink -- "$file")
  case $target in /*) file=$target ;; *) file=$(dirname -- "$file")/$target ;; esac
done
here=$(cd -- "$(dirname -- "$file")" && pwd)
exec "$here/node/node" "$here/app/dist/programme.mjs" "$@"
