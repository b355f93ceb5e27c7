#!/bin/sh
# Opens the desk: for the folder that is dropped on this file, or for the programme in the folder of documents.
here=$(cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$HOME/Documents/programme
  [ -d "$HOME/Documents" ] || folder=$HOME/programme
  [ -e "$folder" ] || "$here/programme" init "$folder" || exit
fi
exec "$here/programme" open "$folder"
