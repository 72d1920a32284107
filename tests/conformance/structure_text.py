#!/usr/bin/python3
"""structure_text.py BOOK.epub BOOK.pdf: read through its structure (pdfinfo -struct-text), the screen file is the e-book,
section by section and character by character. Notes are read at their calls. Left out, as the two differ there by
design: white space, soft hyphens, the cover, the contents, marks of notes and of list items, references to pages and
where the index and the list of sources say things are. Prints the first differences; exit status 1 when there are any."""
import itertools
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

HTML, OPS, OPF = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}", "{http://www.idpf.org/2007/opf}"
LABEL_BEGIN, LABEL_END = "\ue000", "\ue001"  # around terms, and around the marks of items, which the e-book has none of
PLACES = {"bibliography": r"（引用[^（）]*）", "index": r","}  # by type of the section: what is left of its places


def plain(text):
    return re.sub(r"[\s\u00ad]", "", text)


class Element:
    def __init__(self, kind):
        self.kind, self.kids = kind, []


def structure(pdf):
    """The elements of pdfinfo's listing: one a line, indented below its parent; text stands in quotation marks."""
    listing = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True, text=True, check=True).stdout
    root = Element("root")
    open_ = [(-1, root)]
    for line in listing.split("\n"):
        indent, matter = len(line) - len(line.lstrip(" ")), line.strip(" ")
        if matter == "":
            continue
        while open_[-1][0] >= indent:
            open_.pop()
        if matter.startswith('"'):
            open_[-1][1].kids.append(matter[1:-1])
        elif not matter.startswith(("/", "Object ")):
            element = Element(re.match(r"\w+", matter)[0])
            open_[-1][1].kids.append(element)
            open_.append((indent, element))
    return root.kids[0]


def read_structure(element, without_links, parent=""):
    if isinstance(element, str):
        return element
    if element.kind == "Reference" or (without_links and element.kind == "Link"):
        return ""
    if element.kind == "Lbl" and parent == "Note":
        return ""
    text = "".join(read_structure(kid, without_links, element.kind) for kid in element.kids)
    return LABEL_BEGIN + text + LABEL_END if element.kind == "Lbl" else text


def is_contents(section):
    return any(isinstance(kid, Element) and kid.kind == "TOC" for kid in section.kids)


class Document:
    """A document of the e-book."""

    def __init__(self, text):
        self.body = ET.fromstring(text).find(HTML + "body")
        types = [self.types(each) for each in self.body.iter()]
        self.place = next((kind for kind in PLACES if any(kind in each for each in types)), None)
        self.notes = {each.get("id"): each for each in self.body.iter(HTML + "aside")}

    @staticmethod
    def types(element):
        return (element.get(OPS + "type") or "").split()

    def left_out(self, element):
        classes, types = (element.get("class") or "").split(), self.types(element)
        return (element.tag == HTML + "rp" or element.get("role") in ("doc-backlink", "doc-pagebreak")
                or "footnotes" in types or "page-reference" in classes
                or (self.place == "index" and element.tag == HTML + "a"))

    def read(self, element):
        if self.left_out(element):
            return ""
        if "noteref" in self.types(element):
            return self.inside(self.notes[element.get("href").split("#")[1]])
        if element.tag == HTML + "aside":
            return ""
        text = self.inside(element)
        return LABEL_BEGIN + text + LABEL_END if element.tag == HTML + "dt" else text

    def inside(self, element):
        return (element.text or "") + "".join(self.read(kid) + (kid.tail or "") for kid in element)


def documents(epub):
    """Of each in the order of reading: its name and itself; without cover and navigation."""
    archive = zipfile.ZipFile(epub)
    package = ET.fromstring(archive.read("EPUB/package.opf"))
    items = {item.get("id"): item for item in package.iter(OPF + "item")}
    out = []
    for reference in package.iter(OPF + "itemref"):
        item = items[reference.get("idref")]
        name = item.get("href")
        if "nav" in (item.get("properties") or "").split() or name == "text/cover.xhtml":
            continue
        out.append((name, Document(archive.read("EPUB/" + name))))
    return out


def without_item_marks(theirs, ours):
    out = ""
    for part in re.split(f"({LABEL_BEGIN}[^{LABEL_END}]*{LABEL_END})", theirs):
        if not part.startswith(LABEL_BEGIN) or ours.startswith(LABEL_BEGIN, len(out)):
            out += part
    return out


def difference(ours, theirs):
    """Where the e-book's text and the structure's differ, or nothing."""
    theirs = without_item_marks(theirs, ours)
    if ours == theirs:
        return None
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    return f"at {at}: {ours[max(at - 12, 0):at + 24]!r} {theirs[max(at - 12, 0):at + 24]!r}"


def main():
    chapters = documents(sys.argv[1])
    sections = [each for each in structure(sys.argv[2]).kids if not is_contents(each)]
    differences = [] if len(chapters) == len(sections) else [f"{len(chapters)} sections and {len(sections)}"]
    for (name, chapter), section in itertools.zip_longest(chapters, sections, fillvalue=("", None)):
        if chapter is None or not isinstance(section, Element):
            break
        texts = [plain(chapter.inside(chapter.body)), plain(read_structure(section, chapter.place == "index"))]
        if chapter.place:
            texts = [re.sub(PLACES[chapter.place], "", text) for text in texts]
        found = difference(*texts)
        if found:
            differences.append(f"{name} {found}")
    for line in differences[:20]:
        print(line)
    return 1 if differences else 0


sys.exit(main())
