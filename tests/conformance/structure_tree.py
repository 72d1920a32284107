"""The structure of a tagged PDF against its pages, as PDF/UA-1 (ISO 14289-1) asks of a book. Used by screen_file.py."""
import pikepdf
from pikepdf import Name

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI
Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form""".split())
WITHIN = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
          "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "TOCI": {"TOC"}, "RB": {"Ruby"}, "RT": {"Ruby"},
          "RP": {"Ruby"}}
HOLDS = {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TR": {"TH", "TD"}, "TOC": {"TOC", "TOCI", "Caption"},
         "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "Ruby": {"RB", "RT", "RP"}}


def values(value):
    return [] if value is None else list(value) if isinstance(value, pikepdf.Array) else [value]


class Structure:
    def __init__(self, pdf, pages):
        """pages: each page with the types of its marks by MCID."""
        self.broken = []
        self.types = {page.objgen: types for page, types in pages}
        self.numbers = {page.objgen: number for number, (page, _) in enumerate(pages, 1)}
        self.owners = {}       # of (page, MCID) and of annotations: the element's object
        self.ids = {}
        self.headings = 0
        self.annotations = {}  # of each Link element's annotations, the type of the element
        root = pdf.Root.get("/StructTreeRoot")
        self.check(root is not None, "no /StructTreeRoot")
        if root is None:
            return
        self.roles = {str(key)[1:]: str(to)[1:] for key, to in root.get("/RoleMap", {}).items()}
        kids = values(root.get("/K"))
        self.check(len(kids) == 1, f"{len(kids)} elements at the root")
        for kid in kids:
            self.check(kid.get("/S") == Name.Document, "the outermost element is no Document")
            self.element(kid, root, "", None)
        self.check_ids(root)
        self.check_parents(root, pages)
        self.check_annotations(pages)

    def check(self, holds, what):
        if not holds:
            self.broken.append(what)

    def element(self, element, parent, parent_kind, page):
        kind = str(element.get("/S", "/none"))[1:]
        kind = self.roles.get(kind, kind)
        where = f"element {element.objgen[0]} ({kind})"
        self.check(kind in STANDARD, f"{where}: no standard type")
        self.check("/P" in element and element.P.objgen == parent.objgen, f"{where}: /P is not its parent")
        self.check(kind not in WITHIN or parent_kind in WITHIN[kind], f"{where}: stands in {parent_kind}")
        self.check(parent_kind not in HOLDS or kind in HOLDS[parent_kind], f"{where}: stands in {parent_kind}")
        self.check_facts(element, kind, where)
        page = element.get("/Pg", page)
        for kid in values(element.get("/K")):
            if isinstance(kid, pikepdf.Dictionary):
                if "/S" in kid:
                    self.element(kid, element, kind, page)
                elif kid.get("/Type") == Name.OBJR:
                    self.annotation(kid, element, kind, where)
                else:
                    self.content(int(kid.get("/MCID", -1)), kid.get("/Pg", page), element, where)
            else:
                self.content(int(kid), page, element, where)
        if kind == "Table":
            self.check_rows(element, where)
        if kind == "LI":
            kinds = [str(kid.S)[1:] for kid in self.elements(element)]
            self.check(kinds.count("LBody") == 1 and kinds[-1] == "LBody", f"{where}: not Lbl before LBody")

    @staticmethod
    def elements(element):
        return [kid for kid in values(element.get("/K")) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    @staticmethod
    def fact(element, key):
        for attributes in values(element.get("/A")):
            if isinstance(attributes, pikepdf.Dictionary) and key in attributes:
                return attributes[key]
        return None

    def check_facts(self, element, kind, where):
        if "/ID" in element:
            name = bytes(element.ID)
            self.check(name not in self.ids, f"{where}: its ID is another's")
            self.ids[name] = element.objgen
        if kind == "Note":
            self.check("/ID" in element, f"{where}: no ID")
        if kind in ("Figure", "Formula"):
            self.check(str(element.get("/Alt", "")) != "" or "/ActualText" in element, f"{where}: no Alt")
        if kind == "TH":
            self.check(self.fact(element, "/Scope") in (Name.Column, Name.Row, Name.Both), f"{where}: no Scope")
        if kind == "H":
            self.broken.append(f"{where}: H beside H1")
        if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit():
            level = int(kind[1])
            self.check(level <= self.headings + 1, f"{where}: a gap before it")
            self.headings = level

    def content(self, mcid, page, element, where):
        place = (page.objgen if page is not None else None, mcid)
        self.check(mcid in self.types.get(place[0], {}), f"{where}: MCID {mcid} is on no page")
        self.check(place not in self.owners, f"{where}: MCID {mcid} has two owners")
        self.owners[place] = element.objgen

    def annotation(self, kid, element, kind, where):
        target = kid.get("/Obj")
        self.check(target is not None, f"{where}: OBJR of nothing")
        if target is not None:
            self.owners[target.objgen] = element.objgen
            self.annotations[target.objgen] = kind

    def check_rows(self, table, where):
        rows = []
        for kid in self.elements(table):
            kind = str(kid.S)[1:]
            rows += [kid] if kind == "TR" else self.elements(kid) if kind != "Caption" else []
        taken, widths = set(), set()
        for number, row in enumerate(rows):
            column = 0
            for cell in self.elements(row):
                while (number, column) in taken:
                    column += 1
                wide, high = (int(self.fact(cell, key) or 1) for key in ("/ColSpan", "/RowSpan"))
                self.check(number + high <= len(rows), f"{where}: a cell of row {number + 1} goes past the last row")
                for place in ((number + y, column + x) for y in range(high) for x in range(wide)):
                    self.check(place not in taken, f"{where}: cells of row {number + 1} overlap")
                    taken.add(place)
                column += wide
            here = [x for y, x in taken if y == number]
            widths.add(max(here, default=-1) + 1)
            self.check(len(here) == max(here, default=-1) + 1, f"{where}: a hole in row {number + 1}")
        self.check(len(widths) < 2, f"{where}: rows of {sorted(widths)} columns")

    def check_ids(self, root):
        listed = dict(self.named(root.IDTree)) if "/IDTree" in root else {}
        self.check(listed == self.ids, "the IDTree is not the elements' IDs")

    def named(self, node):
        names = values(node.get("/Names"))
        order = [bytes(name) for name in names[::2]]
        self.check(order == sorted(order), "the IDTree is not sorted")
        for name, element in zip(order, names[1::2]):
            yield name, element.objgen
        for kid in values(node.get("/Kids")):
            yield from self.named(kid)

    def numbered(self, node):
        numbers = values(node.get("/Nums"))
        order = [int(key) for key in numbers[::2]]
        self.check(order == sorted(order), "the ParentTree is not sorted")
        for key, entry in zip(order, numbers[1::2]):
            yield key, entry
        for kid in values(node.get("/Kids")):
            yield from self.numbered(kid)

    def check_parents(self, root, pages):
        self.check("/ParentTree" in root, "no ParentTree")
        self.parents = dict(self.numbered(root.ParentTree)) if "/ParentTree" in root else {}
        self.check(int(root.get("/ParentTreeNextKey", 0)) > max(self.parents, default=-1), "ParentTreeNextKey is used")
        for number, (page, types) in enumerate(pages, 1):
            key = page.get("/StructParents")
            listed = values(self.parents.get(int(key))) if key is not None else []
            self.check(len(listed) == max(types, default=-1) + 1, f"page {number}: its ParentTree entry is of another length")
            for mcid in types:
                owner = self.owners.get((page.objgen, mcid))
                self.check(owner is not None, f"page {number}: no element lists MCID {mcid}")
                same = mcid < len(listed) and listed[mcid].objgen == owner
                self.check(same, f"page {number}: the ParentTree names another owner of MCID {mcid}")

    def check_annotations(self, pages):
        keys = set()
        for number, (page, _) in enumerate(pages, 1):
            for annotation in values(page.get("/Annots")):
                where = f"page {number}: an annotation"
                key = int(annotation.get("/StructParent", -1))
                self.check(key not in keys, f"{where} with another's StructParent")
                keys.add(key)
                owner = self.owners.get(annotation.objgen)
                self.check(owner is not None, f"{where} in no element")
                self.check(self.annotations.get(annotation.objgen) == "Link", f"{where} in no Link element")
                same = key in self.parents and self.parents[key].objgen == owner
                self.check(same, f"{where} whose StructParent leads elsewhere")
                self.check(str(annotation.get("/Contents", "")) != "", f"{where} without Contents")
                flags = int(annotation.get("/F", 0))
                self.check(flags & 4 and not flags & 0b100011, f"{where} that is not printed")
                self.check(annotation.get("/Subtype") == Name.Link, f"{where} of type {annotation.get('/Subtype')}")
