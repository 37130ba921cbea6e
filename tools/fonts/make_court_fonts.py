#!/usr/bin/python3
"""Makes the typefaces that court documents embed.

Court Schola  TeX Gyre Schola (Debian fonts-texgyre), outlines turned from cubic to quadratic,
              because the PDF renderer reads TrueType outlines only.
Court Serif   Liberation Serif (Debian fonts-liberation2), the fallback: Greek, Cyrillic, Hebrew,
              signs.
Court Mono    Liberation Mono, for digests.
Court Arabic  Noto Naskh Arabic (Debian fonts-noto-core), with the joined forms of its letters.
Court Han     Droid Sans Fallback (Debian fonts-droid-fallback): Chinese, Japanese, Korean.
Court Emoji   Noto Emoji, of one colour (npm @expo-google-fonts/noto-emoji).

All are cut down to the scripts below and renamed, as both licences ask of changed copies. Layout
tables go: a ligature that is substituted extracts as one sign, and evidence must stay searchable.

Run once, by hand, with Debian's python3-fonttools; the results are committed:

    apt-get install python3-fonttools fonts-texgyre fonts-liberation2 fonts-noto-core \\
        fonts-droid-fallback
    npm pack @expo-google-fonts/noto-emoji@0.4.7 && tar xzf expo-google-fonts-noto-emoji-0.4.7.tgz
    /usr/bin/python3 tools/fonts/make_court_fonts.py

--only makes one family, where the sources of the others are not at hand.

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
HEBREW = [(0x0591, 0x05F4), (0xFB1D, 0xFB4F)]
ARABIC = [
    (0x0020, 0x007E), (0x00A0, 0x00A0), (0x00AB, 0x00AB), (0x00BB, 0x00BB),
    (0x0606, 0x061B), (0x061D, 0x06FF), (0x0750, 0x077F),  # without the mark of direction
    (0xFB50, 0xFBFF), (0xFE70, 0xFEFC),  # joined forms
    (0x2010, 0x2014), (0x2018, 0x201E), (0x2026, 0x2026),
]
HAN = [
    (0x0020, 0x007E), (0x00A0, 0x00A0), (0x3000, 0x303F), (0x3041, 0x30FF), (0x3105, 0x312F),
    (0x3131, 0x318E), (0x31F0, 0x31FF), (0x3200, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF01, 0xFFEE),
]
EMOJI = [(0x2190, 0x2BFF), (0x3030, 0x303D), (0x3297, 0x3299), (0x1F000, 0x1FAFF)]
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
    "Court Arabic": "Changed from Noto Naskh Arabic 2.000: cut down, renamed.",
    "Court Han": "Changed from Droid Sans Fallback: cut down, renamed.",
    "Court Emoji": "Changed from Noto Emoji: cut down, renamed.",
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


def make(source, family, style, ranges, also=()):
    font = TTFont(source, recalcTimestamp=False)
    for character, like in also:
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[character] = table.cmap[like]
    if "CFF " in font:
        quadratic(font)
    cut_down(font, ranges)
    rename(font, family, style)
    target = TARGET / f"{family.replace(' ', '')}-{style}.ttf"
    font.save(target)
    print(f"{target.name}\t{target.stat().st_size}\t{len(font.getBestCmap())} characters")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    truetype = pathlib.Path("/usr/share/fonts/truetype")
    for option, folder in {
        "--texgyre": "/usr/share/texmf/fonts/opentype/public/tex-gyre",
        "--liberation": truetype / "liberation2",
        "--noto": truetype / "noto",
        "--droid": "/usr/share/fonts-droid-fallback/truetype",
        "--emoji": "package/400Regular",
    }.items():
        arguments.add_argument(option, type=pathlib.Path, default=pathlib.Path(folder))
    arguments.add_argument("--only", choices=sorted(NOTICE), help="the family to make")
    where = arguments.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)

    def wanted(family):
        return where.only in (None, family)

    for style, (gyre, liberation) in STYLES.items():
        if wanted("Court Schola"):
            make(where.texgyre / f"texgyreschola-{gyre}.otf", "Court Schola", style, TEXT)
        if wanted("Court Serif"):
            make(where.liberation / f"LiberationSerif-{liberation}.ttf", "Court Serif", style,
                 TEXT + HEBREW)
    if wanted("Court Mono"):
        make(where.liberation / "LiberationMono-Regular.ttf", "Court Mono", "Regular", DIGESTS)
    if wanted("Court Arabic"):
        for style in ("Regular", "Bold"):
            make(where.noto / f"NotoNaskhArabic-{style}.ttf", "Court Arabic", style, ARABIC,
                 also=[(0xFE75, 0x200D)])  # no sign, for the lam that one sign writes with alef
    if wanted("Court Han"):
        make(where.droid / "DroidSansFallback.ttf", "Court Han", "Regular", HAN)
    if wanted("Court Emoji"):
        make(where.emoji / "NotoEmoji_400Regular.ttf", "Court Emoji", "Regular", EMOJI)


if __name__ == "__main__":
    main()
