#!/usr/bin/python3
"""imposed_file.py fold|refuse|pixels HUOZI FOLDER [PRINT.pdf]: reads imposed files and folds their sheets; looks for
the pages' pixels on the sheets; gives files that cannot be imposed. Prints what is wrong; exit status 1 when something
is."""
import os
import subprocess
import sys
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
WIDTH, HEIGHT, BLEED, SLUG = 130 * MM, 184 * MM, 3 * MM, 10 * MM
broken = []


def check(holds, what):
    if not holds:
        broken.append(what)


def impose(huozi, source, target, *options):
    return subprocess.run([huozi, "impose", source, "-o", target, *options], capture_output=True, text=True)


# Sources. Each page draws its number as the width of a bar at its head, in the left half.

def source_file(path, pages, turn=0, screen=False, opens_right=False, each=None):
    pdf = pikepdf.new()
    around = 0 if screen else BLEED + SLUG
    trim = [around, around, around + WIDTH, around + HEIGHT]
    if turn:
        # The same page lying: its head at the left of the medium, to be turned clockwise.
        trim = [around, around, around + HEIGHT, around + WIDTH]
    media = [0, 0, trim[2] + around, trim[3] + around]
    for number in range(1, pages + 1):
        pdf.add_blank_page(page_size=(media[2], media[3]))
        page = pdf.pages[-1]
        if not screen:
            page.TrimBox = Array([Decimal(f"{n:.4f}") for n in trim])
            page.BleedBox = Array([Decimal(f"{n:.4f}") for n in (trim[0] - BLEED, trim[1] - BLEED, trim[2] + BLEED,
                                                                 trim[3] + BLEED)])
        page.Contents = pdf.make_stream(b"%%page %d\n0 g %.3f %.3f %d 20 re f\n" % (number, around + 20,
                                                                                around + HEIGHT - 60, number))
        if turn:
            page.Rotate = turn
        if each:
            each(number, page, pdf)
    if opens_right:
        pdf.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    pdf.save(path, static_id=True)


class Placed:
    """A page on a side: which it is, where its trimmed page stands and how it is turned."""

    def __init__(self, number, matrix, bbox, trim):
        a, b, c, d, e, f = matrix
        self.number = number
        points = [(a * x + c * y + e, b * x + d * y + f) for x in (trim[0], trim[2]) for y in (trim[1], trim[3])]
        self.left, self.right = min(p[0] for p in points), max(p[0] for p in points)
        self.bottom, self.top = min(p[1] for p in points), max(p[1] for p in points)
        shown = [(a * x + c * y + e, b * x + d * y + f) for x in (bbox[0], bbox[2]) for y in (bbox[1], bbox[3])]
        self.seen = [min(p[0] for p in shown), min(p[1] for p in shown), max(p[0] for p in shown),
                     max(p[1] for p in shown)]
        self.turned = a < 0 or (a == 0 and b > 0)


def read_side(page, trim):
    placed, matrix = [], None
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "cm":
            matrix = [float(n) for n in instruction.operands]
        elif operator == "Do":
            form = page.Resources.XObject[instruction.operands[0]]
            first = form.read_bytes().split(b"\n")[0]
            placed.append(Placed(int(first.split()[1]), matrix, [float(n) for n in form.BBox], trim))
    return placed


# Folding. A sheet is patches of paper on a grid; the half without the first page goes behind, again and again.

class Patch:
    def __init__(self, x, y, front, back):
        self.x, self.y, self.front, self.back, self.front_up, self.upside_down = x, y, front, back, True, False


def fold_sheet(front, back, columns, rows, opens_right):
    pile = [Patch(x, y, front.get((x, y)), back.get((columns - 1 - x, y))) for y in range(rows) for x in range(columns)]
    across = columns == rows
    left, width, top, height = 0, columns, 0, rows
    while width > 1 or height > 1:
        if across:
            moves = lambda patch: patch.y < top + height // 2
        elif opens_right:
            moves = lambda patch: patch.x >= left + width // 2
        else:
            moves = lambda patch: patch.x < left + width // 2
        moved = [patch for patch in pile if moves(patch)][::-1]
        pile = [patch for patch in pile if not moves(patch)] + moved
        for patch in moved:
            patch.front_up = not patch.front_up
            if across:
                patch.y, patch.upside_down = 2 * top + height - 1 - patch.y, not patch.upside_down
            else:
                patch.x = 2 * left + width - 1 - patch.x
        if across:
            top, height = top + height // 2, height // 2
        else:
            left, width = left if opens_right else left + width // 2, width // 2
        across = not across
    faces = []
    for patch in pile:
        for upper in (True, False):
            placed = patch.front if upper == patch.front_up else patch.back
            faces.append((placed, placed is None or placed.turned == patch.upside_down))
    return faces


def fold_file(path, pages, kind, opens_right, creep, where, screen=False, turn=0):
    columns, rows = {"saddle": (2, 1), "4": (2, 1), "8": (2, 2), "16": (4, 2), "32": (4, 4)}[kind]
    around = 0 if screen else BLEED + SLUG
    trim = [around, around, around + (HEIGHT if turn else WIDTH), around + (WIDTH if turn else HEIGHT)]
    book = []
    with pikepdf.open(path) as pdf:
        sides = [read_side(page, trim) for page in pdf.pages]
        block = [[float(n) for n in page.TrimBox] for page in pdf.pages]
    for number in range(0, len(sides), 2):
        grids = []
        for side, box in zip(sides[number:number + 2], block[number:number + 2]):
            grid = {}
            for placed in side:
                x = round((placed.left + placed.right - 2 * box[0]) / 2 / ((box[2] - box[0]) / columns) - 0.5)
                y = round((2 * box[3] - placed.top - placed.bottom) / 2 / ((box[3] - box[1]) / rows) - 0.5)
                check((x, y) not in grid, f"{where}: two pages on one place")
                grid[x, y] = placed
                placed.box, placed.place = box, x
            grids.append(grid)
        faces = fold_sheet(*grids, columns, rows, opens_right)
        middle = len(book) // 2 if kind == "saddle" else len(book)
        book[middle:middle] = faces
    multiple = 4 if kind == "saddle" else int(kind)
    check(len(book) % multiple == 0 and 0 <= len(book) - pages < multiple, f"{where}: {len(book)} pages")
    check([placed.number for placed, _ in book[:pages] if placed] == list(range(1, pages + 1)), f"{where}: order")
    check(all(placed is None for placed, _ in book[pages:]), f"{where}: what is no blank page")
    check(all(upright for _, upright in book), f"{where}: a head that is down")
    together = len(book) if kind == "saddle" else multiple
    for index, (placed, _) in enumerate(book):
        if placed:
            depth = min(index % together, together - 1 - index % together) // 2
            check_place(placed, depth * creep, columns, where, screen)


def check_place(placed, creep, columns, where, screen):
    """The spine is at the right of even columns and at the left of odd ones; the page is moved to it by the creep."""
    at = placed.box[0] + placed.place * WIDTH + placed.place // 2 * 2 * BLEED
    spine_right = placed.place % 2 == 0
    moved = (placed.left - at) / MM * (1 if spine_right else -1)
    check(abs(moved - creep) < 0.01, f"{where}: page {placed.number} moved {moved:.3f} mm, not {creep:.3f}")
    bleed = 0 if screen else BLEED
    spine = at + WIDTH if spine_right else at
    seen = [placed.left - bleed, placed.bottom - bleed, placed.right + bleed, placed.top + bleed]
    seen[2 if spine_right else 0] = spine
    check(all(abs(a - b) < 0.02 for a, b in zip(seen, placed.seen)), f"{where}: page {placed.number} is clipped wrongly")


def fold(huozi, folder):
    out = f"{folder}/imposed.pdf"
    for pages in (1, 4, 8, 13, 16, 17, 33, 100):
        source = f"{folder}/source.pdf"
        source_file(source, pages)
        for kind in ("saddle", "4", "8", "16", "32"):
            for side in ("left", "right"):
                where = f"{pages} pages, {kind}, {side}"
                done = impose(huozi, source, out, "--signature", kind, "--binding", side, "--caliper", "0.13")
                if done.returncode:
                    broken.append(f"{where}: {done.stderr}")
                    continue
                fold_file(out, pages, kind, side == "right", 0.13, where)
                multiple = 4 if kind == "saddle" else int(kind)
                blanks = -pages % multiple
                check((f"{blanks} blank pages" in done.stderr) == (blanks > 0), f"{where}: {done.stderr}")
    # All of the creep said at once; pages that lie; a file for screens; one that says where it opens.
    source_file(source, 40)
    impose(huozi, source, out, "--signature", "saddle", "--creep", "1.8")
    fold_file(out, 40, "saddle", False, 0.2, "creep of 1.8 mm")
    for turn in (90, 270):
        lying = f"{folder}/lying.{turn}.pdf"
        source_file(lying, 16, turn)
        check(impose(huozi, lying, out).returncode == 0, f"turned by {turn}")
        with pikepdf.open(out) as pdf:
            around = BLEED + SLUG
            sides = [read_side(page, [around, around, around + HEIGHT, around + WIDTH]) for page in pdf.pages]
        for placed in sides[0] + sides[1]:
            # As it is shown, upright or on its head: the upper row is turned.
            check(abs(placed.right - placed.left - WIDTH) < 0.02, f"turned by {turn}: lies")
    source_file(f"{folder}/screen.pdf", 16, screen=True, opens_right=True)
    impose(huozi, f"{folder}/screen.pdf", out)
    fold_file(out, 16, "16", True, 0.1, "a screen's file that opens at the right", screen=True)
    # Spreads of a proof.
    source_file(source, 6)
    for side, wanted in (("left", [[1], [2, 3], [4, 5], [6]]), ("right", [[1], [3, 2], [5, 4], [6]])):
        impose(huozi, source, out, "--signature", "2up", "--binding", side)
        with pikepdf.open(out) as pdf:
            spreads = [[p.number for p in sorted(read_side(page, [0, 0, 1, 1]), key=lambda p: p.left)]
                       for page in pdf.pages]
        check(spreads == wanted, f"spreads, {side}: {spreads}")
    # A sheet that is asked for.
    impose(huozi, source, out, "--sheet", "640x450", "--signature", "8")
    with pikepdf.open(out) as pdf:
        box = [float(n) for n in pdf.pages[0].MediaBox]
        check(abs(box[2] - 640 * MM) < 0.1 and abs(box[3] - 450 * MM) < 0.1, f"sheet {box}")


    # Lying, where that leaves room for the marks; upright there is hardly room for the pages.
    done = impose(huozi, source, out, "--sheet", "262x420", "--signature", "saddle")
    with pikepdf.open(out) as pdf:
        check(float(pdf.pages[0].MediaBox[2]) > float(pdf.pages[0].MediaBox[3]), "a sheet that stands")
    check("impose.tight" not in done.stderr, f"a sheet that lies: {done.stderr}")
    done = impose(huozi, source, out, "--sheet", "262x190", "--signature", "saddle")
    check(done.returncode == 0 and "impose.tight" in done.stderr, f"a narrow sheet: {done.stderr}")


def refuse(huozi, folder):
    def wanted(name, words):
        out = f"{folder}/refused.pdf"
        done = impose(huozi, f"{folder}/{name}", out)
        check(done.returncode == 1 and words in done.stderr, f"{name}: {done.returncode} {done.stderr}")
        check(not os.path.exists(out), f"{name}: a file is left")

    sound = f"{folder}/sound.pdf"
    source_file(sound, 8)
    data = open(sound, "rb").read()
    for name, bytes_ in (("text.pdf", b"no PDF"), ("empty.pdf", b""), ("cut.pdf", data[:len(data) // 2]),
                         ("deep.pdf", b"%PDF-1.7\n1 0 obj\n" + b"[" * 1000000 + b"\nendobj\nstartxref\n9\n%%EOF")):
        with open(f"{folder}/{name}", "wb") as file:
            file.write(bytes_)
    wanted("absent.pdf", "file.unreadable")
    wanted("text.pdf", "impose.not-pdf")
    wanted("empty.pdf", "impose.not-pdf")
    wanted("cut.pdf", "impose.damaged")
    wanted("deep.pdf", "impose.damaged")
    for revision in (4, 6):
        with pikepdf.open(sound) as pdf:
            pdf.save(f"{folder}/locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b", R=revision))
        wanted("locked.pdf", "impose.encrypted")
    with pikepdf.open(sound) as pdf:
        while len(pdf.pages):
            del pdf.pages[0]
        pdf.save(f"{folder}/none.pdf")
    wanted("none.pdf", "impose.no-pages")
    with pikepdf.open(sound) as pdf:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        pdf.save(f"{folder}/circle.pdf")
    wanted("circle.pdf", "impose.damaged")

    def larger(number, page, pdf):
        if number == 5:
            page.TrimBox = Array([0, 0, 300, 300])
    source_file(f"{folder}/sizes.pdf", 8, each=larger)
    wanted("sizes.pdf", "impose.sizes")
    source_file(f"{folder}/many.pdf", 5000)
    # Two streams that unpack to more than a page can hold.
    with pikepdf.open(sound) as pdf:
        import zlib
        stream = pikepdf.Stream(pdf, b"")
        stream.write(zlib.compress(b" " * 300_000_000, 9), filter=Name.FlateDecode)
        stream = pdf.make_indirect(stream)
        pdf.pages[0].Contents = Array([stream, stream])
        pdf.save(f"{folder}/bomb.pdf", stream_decode_level=pikepdf.StreamDecodeLevel.none)
    wanted("bomb.pdf", "impose.damaged")
    done = impose(huozi, sound, sound)
    check(done.returncode == 1 and "impose.same-file" in done.stderr, f"onto itself: {done.stderr}")
    check(open(sound, "rb").read() == data, "onto itself: changed")
    done = impose(huozi, sound, f"{folder}/refused.pdf", "--sheet", "A4")
    check(done.returncode == 1 and "impose.sheet" in done.stderr, f"small sheet: {done.stderr}")
    done = impose(huozi, f"{folder}/many.pdf", f"{folder}/refused.pdf", "--signature", "saddle")
    check(done.returncode == 1 and "impose.creep" in done.stderr, f"much creep: {done.stderr}")
    for wrong in (["--sheet", "wide"], ["--signature", "12"], ["--caliper", "9"]):
        check(impose(huozi, sound, f"{folder}/refused.pdf", *wrong).returncode == 2, f"{wrong}: no wrong usage")
    # Many pages, few of them in memory at a time; object streams.
    check(impose(huozi, f"{folder}/many.pdf", f"{folder}/many.imposed.pdf").returncode == 0, "5,000 pages")
    with pikepdf.open(f"{folder}/many.imposed.pdf") as pdf:
        check(len(pdf.pages) == 626, f"5,000 pages: {len(pdf.pages)} sides")
    with pikepdf.open(sound) as pdf:
        pdf.save(f"{folder}/packed.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    check(impose(huozi, f"{folder}/packed.pdf", f"{folder}/packed.imposed.pdf").returncode == 0, "object streams")
    fold_file(f"{folder}/packed.imposed.pdf", 8, "16", False, 0.1, "object streams")


# Pixels.

def render(path, folder, name, resolution):
    from PIL import Image
    subprocess.run(["pdftoppm", "-r", str(resolution), "-gray", path, f"{folder}/{name}"], check=True)
    files = sorted(f for f in os.listdir(folder) if f.startswith(name + "-") and f.endswith(".pgm"))
    return [Image.open(f"{folder}/{file}") for file in files]


def difference(one, other):
    from PIL import ImageChops, ImageStat
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def pixels(huozi, folder, source):
    resolution = 240
    scale = resolution / 72
    with pikepdf.open(source) as pdf:
        count = len(pdf.pages)
        trim = [float(n) for n in pdf.pages[0].TrimBox]
        height = float(pdf.pages[0].MediaBox[3])
    size = (int((trim[2] - trim[0]) * scale) - 24, int((trim[3] - trim[1]) * scale) - 24)

    def cut(image, left, top):
        # Without the edge, on which the collating mark stands. Fine pixels, so that a fraction of one makes little of a
        # difference.
        x, y = round(left * scale) + 12, round(top * scale) + 12
        return image.crop((x, y, x + size[0], y + size[1])).reduce(4)

    # Glyphs that stand on their heads are drawn a little otherwise: the originals are turned, not their pixels.
    with pikepdf.open(source) as pdf:
        width = float(pdf.pages[0].MediaBox[2])
        for page in pdf.pages:
            page.Rotate = 180
        pdf.save(f"{folder}/turned.pdf")
    originals = {False: [cut(each, trim[0], height - trim[3]) for each in render(source, folder, "page", resolution)],
                 True: [cut(each, width - trim[2], trim[1])
                        for each in render(f"{folder}/turned.pdf", folder, "turned", resolution)]}
    for kind in ("16", "saddle"):
        out = f"{folder}/pixels.{kind}.pdf"
        impose(huozi, source, out, "--signature", kind)
        seen = []
        with pikepdf.open(out) as pdf:
            for page, image in zip(pdf.pages, render(out, folder, f"sheet.{kind}", resolution)):
                sheet_height, matrix = float(page.MediaBox[3]), None
                for instruction in pikepdf.parse_content_stream(page):
                    if str(instruction.operator) == "cm":
                        matrix = [float(n) for n in instruction.operands]
                    elif str(instruction.operator) == "Do":
                        number = int(str(instruction.operands[0])[2:])
                        placed = Placed(number, matrix, trim, trim)
                        piece = cut(image, placed.left, sheet_height - placed.top)
                        distances = [difference(piece, original) for original in originals[placed.turned]]
                        blank = max(piece.getextrema()) == min(piece.getextrema())
                        check(distances[number - 1] < 4, f"{kind}: page {number} differs by {distances[number - 1]:.1f}")
                        check(blank or min(distances) == distances[number - 1], f"{kind}: page {number} is another")
                        seen.append(number)
        check(sorted(seen) == list(range(1, count + 1)), f"{kind}: pages {sorted(seen)}")


def main():
    {"fold": fold, "refuse": refuse, "pixels": pixels}[sys.argv[1]](*sys.argv[2:])
    for line in list(dict.fromkeys(broken))[:40]:
        print(line, file=sys.stderr)
    return 1 if broken else 0


sys.exit(main())
