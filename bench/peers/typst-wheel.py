"""The document by Typst's wheel: `python3 typst-wheel.py DOCUMENT.json OUT.pdf`. Tagged, as Typst does unless told otherwise."""
import sys
from pathlib import Path

import typst

here = Path(__file__).resolve().parent
typst.compile(
    here / "typst.typ",
    output=sys.argv[2],
    root="/",
    font_paths=[here.parent.parent / "fonts"],
    ignore_system_fonts=True,
    sys_inputs={"document": str(Path(sys.argv[1]).resolve())},
)
