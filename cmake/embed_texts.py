"""Writes BASE.hpp and BASE.cpp with a function FUNCTION() that lists text files by name and content.

embed_texts.py FUNCTION BASE FILE…
"""
import pathlib
import sys

function, base, *files = sys.argv[1:]

declaration = f"""#pragma once

#include "embedded/file.hpp"

namespace schulkit::embedded {{

/// Sorted by name.
std::span<File const> {function}();

}} // namespace schulkit::embedded
"""


def literal(content: bytes) -> str:
    # Octal escapes of three digits cannot swallow what follows; printable text stays readable.
    def char(byte: int) -> str:
        return chr(byte) if 32 <= byte < 127 and byte not in b'"\\?' else f"\\{byte:03o}"

    return "\n".join('        "' + "".join(map(char, line)) + '"' for line in content.splitlines(True)) or '        ""'


entries = "".join(
    f'    {{"{path.name}", std::string_view{{\n{literal(path.read_bytes())},\n        {path.stat().st_size}}}}},\n'
    for path in sorted(map(pathlib.Path, files), key=lambda path: path.name)
)
body = f"    static constexpr File files[] = {{\n{entries}    }};\n    return files;" if entries else "    return {};"
definition = f"""#include "embedded/{function}.hpp"

namespace schulkit::embedded {{

std::span<File const> {function}() {{
{body}
}}

}} // namespace schulkit::embedded
"""

target = pathlib.Path(base)
target.parent.mkdir(parents=True, exist_ok=True)
target.with_suffix(".hpp").write_text(declaration, encoding="ascii")
target.with_suffix(".cpp").write_text(definition, encoding="ascii")
