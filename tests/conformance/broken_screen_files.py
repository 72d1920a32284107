#!/usr/bin/python3
"""broken_screen_files.py SOUND.pdf FOLDER: copies of a sound screen file, each with one thing broken. Prints of each its
path, a tab, and words that screen.sh must say of it."""
import pathlib
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

def elements(pdf, kind):
    return [each for each in pdf.objects
            if isinstance(each, Dictionary) and each.get("/S") == Name("/" + kind) and "/P" in each]


def edit_metadata(pdf, old, new):
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet, old
    pdf.Root.Metadata.write(packet.replace(old, new))


def edit_content(pdf, edit):
    page = pdf.pages[-1]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(edit(list(pikepdf.parse_content_stream(page)))))


def remove(key, owner):
    def function(pdf):
        del owner(pdf)[key]
    return function


def put(key, value, owner):
    def function(pdf):
        owner(pdf)[key] = value
    return function


def first(kind):
    return lambda pdf: elements(pdf, kind)[0]


def annotated(pdf):
    return next(page for page in pdf.pages if "/Annots" in page)


def a_font(pdf):
    return next(font for _, font in pdf.pages[-1].Resources.Font.items())


root, tree = (lambda pdf: pdf.Root), (lambda pdf: pdf.Root.StructTreeRoot)
BROKEN = (
    ("no /StructTreeRoot", remove("/StructTreeRoot", root)),
    ("not /Marked", remove("/MarkInfo", root)),
    ("no /Lang", remove("/Lang", root)),
    ("no /DisplayDocTitle", remove("/ViewerPreferences", root)),
    ("0 output intents", remove("/OutputIntents", root)),
    ("none of a screen", put("/N", 4, lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile)),
    ("no ParentTree", remove("/ParentTree", tree)),
    ("IDTree is not", remove("/IDTree", tree)),
    ("ParentTreeNextKey", put("/ParentTreeNextKey", 1, tree)),
    ("no standard type", put("/S", Name("/Heading"), first("H1"))),
    ("a gap before it", put("/S", Name("/H5"), first("H2"))),
    ("is no Document", put("/S", Name("/Part"), first("Document"))),
    ("no Alt", remove("/Alt", first("Figure"))),
    ("no Scope", remove("/A", first("TH"))),
    ("no ID$", remove("/ID", first("Note"))),
    ("stands in LI", put("/S", Name("/P"), first("LBody"))),
    ("stands in L$", put("/S", Name("/P"), first("LI"))),
    ("/P is not its parent", lambda pdf: put("/P", elements(pdf, "Sect")[-1], first("H1"))(pdf)),
    ("rows of \\[2, 3\\] columns", lambda pdf: elements(pdf, "TR")[-1].K.append(pdf.make_indirect(
        Dictionary(S=Name.TD, P=elements(pdf, "TR")[-1])))),
    ("goes past the last row", put("/A", Dictionary(O=Name.Table, RowSpan=2), lambda pdf: elements(pdf, "TD")[-1])),
    ("no element lists MCID", put("/K", Array(), first("H1"))),
    ("is on no page", lambda pdf: first("H1")(pdf).K.append(4000)),
    ("has two owners", lambda pdf: first("H1")(pdf).K.append(first("H1")(pdf).K[0])),
    ("names another owner", lambda pdf: pdf.Root.StructTreeRoot.ParentTree.Nums[1].__setitem__(
        0, elements(pdf, "Sect")[0])),
    ("of another length", remove("/StructParents", lambda pdf: pdf.pages[-1])),
    ("Tabs is not S", remove("/Tabs", lambda pdf: pdf.pages[0])),
    ("without Contents", remove("/Contents", lambda pdf: annotated(pdf).Annots[0])),
    ("StructParent leads elsewhere", put("/StructParent", 999, lambda pdf: annotated(pdf).Annots[0])),
    ("that is not printed", put("/F", 2, lambda pdf: annotated(pdf).Annots[0])),
    ("in no Link element", put("/S", Name("/Span"), first("Link"))),
    ("has no ToUnicode", remove("/ToUnicode", a_font)),
    ("has no Unicode text", lambda pdf: a_font(pdf).ToUnicode.write(b"beginbfchar endbfchar")),
    ("is not embedded", remove("/FontFile3", lambda pdf: a_font(pdf).DescendantFonts[0].FontDescriptor)),
    ("colour space /DeviceCMYK", put("/ColorSpace", Name.DeviceCMYK, lambda pdf: next(
        image for page in pdf.pages for image in page.images.values()))),
    ("claim PDF/A-2u", lambda pdf: edit_metadata(pdf, b"<pdfaid:part>2", b"<pdfaid:part>3")),
    ("claim PDF/UA-1", lambda pdf: edit_metadata(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>2")),
    ("no extension schema", lambda pdf: edit_metadata(pdf, b"namespaceURI>http", b"namespaceURI>https")),
    ("no title in XMP", lambda pdf: edit_metadata(pdf, b"dc:title>", b"dc:subject>")),
    ("/Title and dc:title differ", lambda pdf: put("/Title", String("别的"), lambda each: each.docinfo)(pdf)),
    ("content without a mark", lambda pdf: edit_content(pdf, lambda all_: [
        each for each in all_ if str(each.operator) not in ("BDC", "EMC")])),
    ("marks stay open", lambda pdf: edit_content(pdf, lambda all_: [
        each for each in all_ if str(each.operator) != "EMC"])),
    ("device CMYK", lambda pdf: edit_content(pdf, lambda all_: [
        pikepdf.ContentStreamInstruction([0, 0, 0, 1], Operator("k")), *all_])),
    ("EMC without a mark", lambda pdf: edit_content(pdf, lambda all_: [
        *all_, pikepdf.ContentStreamInstruction([], Operator("EMC"))])),
    ("MCID 0 twice", lambda pdf: edit_content(pdf, lambda all_: [*all_, *[
        each for each in all_ if str(each.operator) in ("BDC", "EMC")]])))


def main():
    sound, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number, (words, function) in enumerate(BROKEN, 1):
        with pikepdf.open(sound) as pdf:
            function(pdf)
            path = folder / f"{number}.pdf"
            pdf.save(path)
            print(path, words, sep="\t")


main()
