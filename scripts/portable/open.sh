#!/bin/sh
# Opens the desk for the given folder, or for the programme in the folder of documents.
# macOS before 12.3 has no `readlink -f`.
file=$0
while [ -L "$file" ]; do
  target=$(readlink -- "$file")
  case $target in /*) file=$target ;; *) file=$(dirname -- "$file")/$target ;; esac
done
here=$(cd -- "$(dirname -- "$file")" && pwd)
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$HOME/Documents/programme
  [ -d "$HOME/Documents" ] || folder=$HOME/programme
  [ -e "$folder" ] || "$here/programme" init "$folder" || exit
fi
exec "$here/programme" open "$folder"
