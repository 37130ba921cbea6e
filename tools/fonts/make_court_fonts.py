#!/usr/bin/python3
"""Makes the typefaces that court documents embed.

Court Schola  TeX Gyre Schola (Debian fonts-texgyre), outlines turned from cubic to quadratic,
              because the PDF renderer reads TrueType outlines only.
Court Serif   Liberation Serif (Debian fonts-liberation2), the fallback: Greek, Cyrillic, signs.
Court Mono    Liberation Mono, for digests.

All are cut down to the scripts below and renamed, as both licences ask of changed copies. Layout
tables go: a ligature that is substituted extracts as one sign, and evidence must stay searchable.

Run once, by hand, with Debian's python3-fonttools; the results are committed:

    apt-get install python3-fonttools fonts-texgyre fonts-liberation2
    /usr/bin/python3 tools/fonts/make_court_fonts.py

The same sources give the same bytes.
"""

import argparse
import pathlib

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "ejb/src/main/resources/org/proffer/documents/fonts"

TEXT = [
    (0x0020, 0x007E), (0x00A0, 0x00AC), (0x00AE, 0x024F),  # Latin, without the soft hyphen
    (0x02B0, 0x036F),  # modifiers, combining marks
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin for Vietnamese and others
    (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x205F),  # punctuation, no invisible controls
    (0x2070, 0x20CF),  # superscripts, currency
    (0x2100, 0x22FF),  # letter-like signs, numbers, arrows, mathematics
    (0x25A0, 0x266F),  # shapes
    (0xFB00, 0xFB06),  # Latin ligatures that stand in the text itself
]
DIGESTS = [(0x0020, 0x007E), (0x00A0, 0x00AC), (0x00AE, 0x00FF)]

STYLES = {
    "Regular": ("regular", "Regular"),
    "Bold": ("bold", "Bold"),
    "Italic": ("italic", "Italic"),
    "BoldItalic": ("bolditalic", "BoldItalic"),
}
SPOKEN = {"BoldItalic": "Bold Italic"}

NOTICE = {
    "Court Schola": "Changed from TeX Gyre Schola 2.005: outlines made quadratic, cut down, renamed.",
    "Court Serif": "Changed from Liberation Serif 2.1.5: cut down, renamed.",
    "Court Mono": "Changed from Liberation Mono 2.1.5: cut down, renamed.",
}


def quadratic(font, error=0.6):
    """Replaces the CFF outlines by TrueType ones; error is in font units (1000 an em)."""
    glyph_set, order, glyphs = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    for name in order:
        glyph = glyf[name]
        glyph.recalcBounds(glyf)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements",
    ):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    maxp.recalc(font)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 2.0, [], {}, order
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"


def cut_down(font, ranges):
    options = Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "DSIG", "kern", "FFTM", "VORG", "gasp"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in ranges for c in range(first, last + 1)])
    subsetter.subset(font)


def rename(font, family, style):
    spoken = SPOKEN.get(style, style)
    names = {
        1: family, 2: spoken, 3: f"{family} {spoken} 1.0", 4: f"{family} {spoken}",
        5: "Version 1.000", 6: family.replace(" ", "") + "-" + style, 10: NOTICE[family],
    }
    table = font["name"]
    kept = {i: table.getDebugName(i) for i in (0, 13, 14) if table.getDebugName(i)}
    table.names = []
    for number, value in sorted({**kept, **names}.items()):
        table.setName(value, number, 3, 1, 0x409)


def make(source, family, style, ranges):
    font = TTFont(source, recalcTimestamp=False)
    if "CFF " in font:
        quadratic(font)
    cut_down(font, ranges)
    rename(font, family, style)
    target = TARGET / f"{family.replace(' ', '')}-{style}.ttf"
    font.save(target)
    print(f"{target.name}\t{target.stat().st_size}\t{len(font.getBestCmap())} characters")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument(
        "--texgyre", type=pathlib.Path,
        default=pathlib.Path("/usr/share/texmf/fonts/opentype/public/tex-gyre"))
    arguments.add_argument(
        "--liberation", type=pathlib.Path,
        default=pathlib.Path("/usr/share/fonts/truetype/liberation2"))
    where = arguments.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    for style, (gyre, liberation) in STYLES.items():
        make(where.texgyre / f"texgyreschola-{gyre}.otf", "Court Schola", style, TEXT)
        make(where.liberation / f"LiberationSerif-{liberation}.ttf", "Court Serif", style, TEXT)
    make(where.liberation / "LiberationMono-Regular.ttf", "Court Mono", "Regular", DIGESTS)


if __name__ == "__main__":
    main()
