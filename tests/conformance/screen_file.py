#!/usr/bin/python3
"""screen_file.py FILE.pdf: what PDF/A-2u (ISO 19005-2) asks of a book's screen file: its claims, fonts, colours, and
pages; structure_tree.py adds what PDF/UA-1 asks of the structure. Prints what is broken; exit status 1 when something is."""
import re
import sys

import pikepdf
from pikepdf import Name

import structure_tree

broken = []
UA_NAMESPACE = "http://www.aiim.org/pdfua/ns/id/"
SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = SHOWS_TEXT | {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "INLINE IMAGE"}
CMYK_OPERATORS = {"k", "K"}


def check(holds, what):
    if not holds:
        broken.append(what)


def check_file(pdf):
    check(pdf.pdf_version in ("1.4", "1.5", "1.6", "1.7"), f"header says PDF {pdf.pdf_version}")
    check("/Encrypt" not in pdf.trailer, "encrypted")
    check("/ID" in pdf.trailer, "no /ID")
    root = pdf.Root
    check(bool(root.get("/MarkInfo", {}).get("/Marked", False)), "not /Marked")
    check(str(root.get("/Lang", "")) != "", "no /Lang")
    check(bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)), "no /DisplayDocTitle")
    for key in ("/OpenAction", "/AA", "/NeedsRendering", "/Requirements"):
        check(key not in root, f"{key} in the catalog")
    for key in ("/JavaScript", "/AlternatePresentations", "/EmbeddedFiles"):
        check(key not in root.get("/Names", {}), f"{key} in the catalog's names")
    intents = [each for each in root.get("/OutputIntents", []) if each.get("/S") == Name("/GTS_PDFA1")]
    check(len(intents) == 1, f"{len(intents)} output intents of PDF/A")
    for intent in intents:
        profile = intent.get("/DestOutputProfile")
        light = profile is not None and int(profile.N) == 3 and profile.read_bytes()[16:20] == b"RGB "
        check(light, "the output intent is none of a screen")


def check_metadata(pdf):
    check("/Metadata" in pdf.Root, "no XMP")
    if "/Metadata" not in pdf.Root:
        return
    check("/Filter" not in pdf.Root.Metadata, "XMP in a filter")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        check(xmp.get("pdfaid:part") == "2" and xmp.get("pdfaid:conformance") == "U", "XMP does not claim PDF/A-2u")
        check(xmp.get(f"{{{UA_NAMESPACE}}}part") == "1", "XMP does not claim PDF/UA-1")
        title = str(xmp.get("dc:title", ""))
        check(title != "", "no title in XMP")
        for key, property_ in (("/Title", "dc:title"), ("/Producer", "pdf:Producer"), ("/Creator", "xmp:CreatorTool"),
                               ("/Keywords", "pdf:Keywords")):
            if key in pdf.docinfo:
                check(str(pdf.docinfo[key]) == str(xmp.get(property_, "")), f"{key} and {property_} differ")
        for key, property_ in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
            if key in pdf.docinfo:
                digits = [re.sub(r"\D", "", text)[:14] for text in (str(pdf.docinfo[key]), str(xmp.get(property_, "")))]
                check(digits[0] == digits[1], f"{key} and {property_} differ")
    packet = pdf.Root.Metadata.read_bytes()
    described = b"schema#" in packet and f"namespaceURI>{UA_NAMESPACE}<".encode() in packet
    check(described, "no extension schema describes pdfuaid")


def light_only(space, where):
    if space is None:
        return
    if isinstance(space, pikepdf.Name):
        check(space in (Name.DeviceGray, Name.DeviceRGB, Name.Pattern), f"{where}: colour space {space}")
    elif space[0] in (Name.Indexed, Name.Separation, Name.DeviceN):
        light_only(space[1 if space[0] == Name.Indexed else 2], where)
    elif space[0] == Name.ICCBased:
        profile = space[1]
        check(profile.read_bytes()[16:20] in {1: [b"GRAY"], 3: [b"RGB ", b"Lab "], 4: [b"CMYK"]}[int(profile.N)],
              f"{where}: the profile is of another number of components")
    else:
        check(space[0] in (Name.CalGray, Name.CalRGB, Name.Lab), f"{where}: colour space {space[0]}")


def to_unicode(font):
    """The codes of two bytes a font's ToUnicode maps, each to its text."""
    out = {}
    if "/ToUnicode" not in font:
        return out
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    text = lambda digits: bytes.fromhex(digits).decode("utf-16-be", "replace")
    for part in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, to in re.findall(r"<(\w+)>\s*<(\w*)>", part):
            out[int(code, 16)] = text(to)
    for part in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, to in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for code in range(int(first, 16), int(last, 16) + 1):
                out[code] = text(to[:-4]) + chr(int(to[-4:], 16) + code - int(first, 16))
        for first, _, row in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", part, re.S):
            for place, to in enumerate(re.findall(r"<(\w*)>", row)):
                out[int(first, 16) + place] = text(to)
    return out


class Font:
    def __init__(self, font, where):
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = inner.get("/FontDescriptor", {})
        held = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        check(held, f"{where}: the font {font.get('/BaseFont')} is not embedded")
        check("/ToUnicode" in font, f"{where}: the font {font.get('/BaseFont')} has no ToUnicode")
        check(font.get("/Subtype") != Name.CIDFontType2 or "/CIDToGIDMap" in font, f"{where}: no CIDToGIDMap")
        self.two_bytes = font.get("/Subtype") == Name.Type0
        check(not self.two_bytes or font.get("/Encoding") in (Name("/Identity-H"), Name("/Identity-V")),
              f"{where}: a font with a CMap that is not checked here")
        self.map = to_unicode(font)
        self.name = str(font.get("/BaseFont"))

    def check_codes(self, shown, where):
        codes = [shown[i] << 8 | shown[i + 1] for i in range(0, len(shown) - 1, 2)] if self.two_bytes else shown
        for code in codes:
            text = self.map.get(code, "")
            sound = text != "" and not any(c in "\0\ufeff\ufffe" for c in text)
            check(sound, f"{where}: code {code} of {self.name} has no Unicode text")


def strings(operands):
    for operand in operands:
        if isinstance(operand, pikepdf.Array):
            yield from strings(operand)
        elif isinstance(operand, pikepdf.String):
            yield bytes(operand)


class PageContent:
    """Walks a page's content; collects the MCIDs with the type each is marked with."""

    def __init__(self, page, where, fonts):
        self.page, self.where, self.fonts = page, where, fonts
        self.marks = []  # of each open mark: an MCID, "artifact", or None
        self.types = {}  # by MCID
        self.font = None
        for instruction in pikepdf.parse_content_stream(page):
            self.step(str(instruction.operator), instruction.operands)
        check(not self.marks, f"{where}: marks stay open")

    def step(self, operator, operands):
        where = self.where
        if operator in ("BDC", "BMC"):
            self.open(str(operands[0])[1:], operands[1] if operator == "BDC" else {})
        elif operator == "EMC":
            check(bool(self.marks), f"{where}: EMC without a mark")
            self.marks = self.marks[:-1]
        elif operator == "Tf":
            self.font = str(operands[0])
        elif operator in ("cs", "CS"):
            light_only(self.named_space(operands[0]), where)
        check(operator not in CMYK_OPERATORS, f"{where}: device CMYK")
        if operator in PAINTS:
            check(any(mark is not None for mark in self.marks), f"{where}: content without a mark ({operator})")
        if operator in SHOWS_TEXT:
            font = self.page.get("/Resources", {}).get("/Font", {}).get(self.font)
            if font is None:
                broken.append(f"{where}: text in no font")
                return
            known = self.fonts.setdefault(font.objgen, None) or Font(font, where)
            self.fonts[font.objgen] = known
            for shown in strings(operands):
                known.check_codes(shown, where)

    def named_space(self, name):
        return self.page.get("/Resources", {}).get("/ColorSpace", {}).get(str(name), name)

    def open(self, kind, properties):
        if isinstance(properties, pikepdf.Name):
            properties = self.page.get("/Resources", {}).get("/Properties", {}).get(str(properties), {})
        mark = "artifact" if kind == "Artifact" else None
        if "/MCID" in properties:
            mark = int(properties["/MCID"])
            check(mark not in self.types, f"{self.where}: MCID {mark} twice")
            self.types[mark] = kind
        if mark is not None:
            check(all(outer is None for outer in self.marks), f"{self.where}: marks of content in each other")
        self.marks.append(mark)


def check_resources(page, where):
    resources = page.get("/Resources", {})
    for name, image in resources.get("/XObject", {}).items():
        check(image.get("/Subtype") == Name.Image, f"{where} {name}: not a picture")
        if not image.get("/ImageMask", False):
            light_only(image.get("/ColorSpace"), f"{where} {name}")
        check(not image.get("/Interpolate", False), f"{where} {name}: /Interpolate")
        for key in ("/Alternates", "/OPI"):
            check(key not in image, f"{where} {name}: {key}")
        filters = image.get("/Filter", [])
        filters = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
        check(Name.LZWDecode not in filters, f"{where} {name}: LZW")
    for name, state in resources.get("/ExtGState", {}).items():
        check("/TR" not in state, f"{where} {name}: a transfer function")
    check(page.get("/Tabs") == Name.S, f"{where}: /Tabs is not S")
    check("/AA" not in page, f"{where}: /AA")


def main():
    with pikepdf.open(sys.argv[1]) as pdf:
        check_file(pdf)
        check_metadata(pdf)
        pages, fonts = [], {}
        for number, page in enumerate(pdf.pages, 1):
            page = page.obj if hasattr(page, "obj") else page
            check_resources(page, f"page {number}")
            pages.append((page, PageContent(page, f"page {number}", fonts).types))
        broken.extend(structure_tree.Structure(pdf, pages).broken)
    for line in list(dict.fromkeys(broken))[:40]:
        print(line)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
