#!/usr/bin/python3
"""press_file.py x4|x1a FILE.pdf: what PDF/X-4 (ISO 15930-7) or PDF/X-1a:2001 (ISO 15930-1) asks of a book's print
file, clause by clause. Prints what is broken; exit status 1 when something is."""
import sys

import pikepdf
from pikepdf import Name

broken = []
INTENTS = (Name.RelativeColorimetric, Name.Perceptual)


def check(holds, what):
    if not holds:
        broken.append(what)


def inks_only(space, where, blend):
    """Grey, CMYK, or an index into one of them; light only as an ICC-based space is refused as well."""
    if space is None:
        return
    if isinstance(space, pikepdf.Name):
        check(space in (Name.DeviceGray, Name.DeviceCMYK, Name.Pattern), f"{where}: colour space {space}")
    elif space[0] == Name.Indexed:
        inks_only(space[1], where, blend)
    elif space[0] == Name.ICCBased:
        check(blend and int(space[1].N) in (1, 4), f"{where}: ICC profile of {space[1].N} components")
    elif space[0] in (Name.Separation, Name.DeviceN):
        inks_only(space[2], where, blend)
    else:
        broken.append(f"{where}: colour space {space[0]}")


def contains(outer, inner):
    slack = 0.01
    return (outer[0] <= inner[0] + slack and outer[1] <= inner[1] + slack
            and outer[2] >= inner[2] - slack and outer[3] >= inner[3] - slack)


def box(page, name):
    return [float(n) for n in page[name]] if name in page else None


def check_file(pdf, blend):
    version = "1.6" if blend else "1.3"
    check(pdf.pdf_version == version, f"header says PDF {pdf.pdf_version}")
    check("/Encrypt" not in pdf.trailer, "encrypted")
    check("/ID" in pdf.trailer, "no /ID")
    info = pdf.docinfo
    for key in ("/Title", "/CreationDate", "/ModDate", "/Producer"):
        check(key in info, f"no {key} in the information dictionary")
    check(info.get("/Trapped") in (Name("/True"), Name("/False")), "/Trapped is not settled")
    wanted = "PDF/X-4" if blend else "PDF/X-1:2001"
    check(str(info.get("/GTS_PDFXVersion", "")) == wanted, f"/GTS_PDFXVersion is not {wanted}")
    if not blend:
        check(str(info.get("/GTS_PDFXConformance", "")) == "PDF/X-1a:2001", "/GTS_PDFXConformance")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        check(str(info.get("/Title", "")) == str(xmp.get("dc:title", "")), "the two titles differ")
        if blend:
            check(xmp.get("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion") == wanted, "XMP names another standard")
            for key in ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "pdf:Trapped", "xmp:CreateDate",
                        "xmp:ModifyDate", "xmp:MetadataDate"):
                check(key in xmp, f"XMP lacks {key}")
    intents = [each for each in pdf.Root.get("/OutputIntents", []) if each.get("/S") == Name("/GTS_PDFX")]
    check(len(intents) == 1, f"{len(intents)} output intents of PDF/X")
    for intent in intents:
        check(str(intent.get("/OutputConditionIdentifier", "")) != "", "no OutputConditionIdentifier")
        profile = intent.get("/DestOutputProfile")
        check(profile is not None, "no profile in the output intent")
        if profile is not None:
            bytes_ = profile.read_bytes()
            check(bytes_[12:16] == b"prtr" and bytes_[16:20] == b"CMYK", "the profile is none of a press")
            check(int(profile.N) == 4, "the profile has not four components")
    for key in ("/AcroForm", "/OpenAction", "/AA"):
        check(key not in pdf.Root, f"{key} in the catalog")
    check("/JavaScript" not in pdf.Root.get("/Names", {}), "JavaScript")


def check_graphics(state, name, blend):
    if "/OPM" in state:
        check(state.get("/RI") in INTENTS, f"{name}: no rendering intent")
    if blend:
        return
    for key in ("/ca", "/CA"):
        check(float(state.get(key, 1)) == 1, f"{name}: transparency")
    check(state.get("/SMask", Name("/None")) == Name("/None"), f"{name}: a soft mask")
    check(state.get("/BM", Name("/Normal")) in (Name("/Normal"), Name("/Compatible")), f"{name}: a blend mode")


def check_image(image, where, blend):
    if image.get("/Subtype") != Name.Image:
        return
    if not image.get("/ImageMask", False):
        inks_only(image.get("/ColorSpace"), where, blend)
    check(blend or "/SMask" not in image, f"{where}: a soft mask")
    filters = image.get("/Filter", [])
    filters = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
    check(Name.LZWDecode not in filters, f"{where}: LZW")
    check(blend or Name.JPXDecode not in filters, f"{where}: JPEG 2000")
    check("/Alternates" not in image, f"{where}: alternate images")
    check(image.get("/Intent") in INTENTS, f"{where}: no rendering intent")


def check_drawing(form, where, blend):
    if form.get("/Subtype") != Name.Form:
        return
    for name, state in form.get("/Resources", {}).get("/ExtGState", {}).items():
        check_graphics(state, f"{where} {name}", blend)


def check_font(font, where):
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    held = descriptor is not None and any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    check(held, f"{where}: the font {font.get('/BaseFont')} is not embedded")


def check_content(page, where, blend):
    spaces = page.get("/Resources", {}).get("/ColorSpace", {})
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        check(operator not in ("rg", "RG"), f"{where}: a colour of light")
        if operator in ("cs", "CS"):
            inks_only(spaces.get(instruction.operands[0], instruction.operands[0]), where, blend)
        check(operator != "BI", f"{where}: an inline image")
        check(operator != "sh", f"{where}: a shading")


def check_page(page, number, blend):
    where = f"page {number}"
    media, bleed, trim = box(page, "/MediaBox"), box(page, "/BleedBox"), box(page, "/TrimBox")
    check(trim is not None, f"{where}: no TrimBox")
    check("/ArtBox" not in page, f"{where}: ArtBox beside TrimBox")
    if trim and bleed:
        check(contains(bleed, trim) and contains(media, bleed), f"{where}: boxes do not lie in each other")
    for note in page.get("/Annots", []):
        broken.append(f"{where}: an annotation {note.get('/Subtype')}")
    check(blend or "/Group" not in page or page.Group.get("/S") != Name.Transparency, f"{where}: a transparency group")
    resources = page.get("/Resources", {})
    for name, state in resources.get("/ExtGState", {}).items():
        check_graphics(state, f"{where} {name}", blend)
        check("/TR" not in state, f"{where} {name}: a transfer function")
    for name, image in resources.get("/XObject", {}).items():
        check_image(image, f"{where} {name}", blend)
        check_drawing(image, f"{where} {name}", blend)
    for _, font in resources.get("/Font", {}).items():
        check_font(font, where)
    check_content(page, where, blend)


def main():
    blend = sys.argv[1] == "x4"
    with pikepdf.open(sys.argv[2]) as pdf:
        check_file(pdf, blend)
        for number, page in enumerate(pdf.pages, 1):
            check_page(page.obj if hasattr(page, "obj") else page, number, blend)
    for line in list(dict.fromkeys(broken))[:40]:
        print(line)
    return 1 if broken else 0


sys.exit(main())
