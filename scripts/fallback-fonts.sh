#!/usr/bin/env bash
# Makes the fallback faces in fonts/ as subsets of the Noto fonts in npm packages (docs/decisions/fallback-faces.md).
# Usage: fallback-fonts.sh NODE_MODULES OUT. Needs pyftsubset of fonttools 4.68 on the path.
set -euo pipefail
from=$1/@expo-google-fonts out=$2
cut() { # FILE NAME LAYOUT-FEATURES CODE-POINTS
  pyftsubset "$from/$1" --output-file="$out/$2.ttf" --layout-features="$3" --unicodes="$4" \
    --no-hinting --notdef-outline --no-glyph-names --name-IDs=0,1,2,3,4,5,6,13,14 \
    --drop-tables+=BASE,GlyphOrder,MATH,STAT,gasp,vhea,vmtx
}
letters=U+20-7E,U+A0-3FF,U+400-52F,U+1DC4-1DCD,U+1E00-2008,U+200B-202E,U+2030-218F,U+2C60-2C7F,U+A720-A7FF,U+AB30-AB6F
for weight in 400Regular 700Bold; do
  name=${weight#?00}
  cut "noto-sans/$weight/NotoSans_$weight.ttf" "NotoSans-$name" kern,mark,mkmk,ccmp "$letters"
  cut "noto-sans-armenian/$weight/NotoSansArmenian_$weight.ttf" "NotoSansArmenian-$name" kern U+530-58F,U+FB13-FB17
  cut "noto-sans-georgian/$weight/NotoSansGeorgian_$weight.ttf" "NotoSansGeorgian-$name" kern U+10A0-10FF,U+1C90-1CBF,U+2D00-2D2F
done
cut noto-sans-math/400Regular/NotoSansMath_400Regular.ttf NotoSansMath-Regular '' U+2190-22FF,U+27C0-27FF,U+2900-297F
cut noto-sans-symbols/400Regular/NotoSansSymbols_400Regular.ttf NotoSansSymbols-Regular '' U+2150-2BFF,U+1F100-1F1FF
cut noto-emoji/400Regular/NotoEmoji_400Regular.ttf NotoEmoji-Regular ccmp U+200D,U+FE0F,U+E0020-E007F,U+231A-231B,U+23E9-23F3,U+2705,U+270A-270B,U+2728,U+274C,U+274E,U+2753-2755,U+2795-2797,U+27B0,U+27BF,U+3030,U+303D,U+1F000-1FAFF
cut noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf NotoSansSymbols2-Regular '' \
  U+2300-23FF,U+25A0-27BF,U+2B00-2BFF,U+1F300-1F8FF
