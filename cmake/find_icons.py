"""Writes the names of the icons that the client draws, a line each: only they go into the font, which every first visit
downloads. The constants are those of all of web/icons.json.

    find_icons.py FOLDER TARGET
"""
import pathlib
import re
import sys

folder, target = map(pathlib.Path, sys.argv[1:])
names = set()
for path in folder.rglob("*.[ch]pp"):
    names.update(re.findall(r"\bembedded::icon_([a-z0-9_]+)", path.read_text(encoding="utf-8")))
text = "".join(f"{name}\n" for name in sorted(names))
if not target.exists() or target.read_text(encoding="ascii") != text:  # else the fonts would be made at every change
    target.write_text(text, encoding="ascii")
