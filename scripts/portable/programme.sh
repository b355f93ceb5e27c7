#!/bin/sh
# Runs programme with the Node of this folder.
here=$(cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
exec "$here/node/node" "$here/app/dist/programme.mjs" "$@"
