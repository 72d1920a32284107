"""cover_file.py COVER.pdf PRINT.pdf REPORT.json CALIPER FLAP GLUE: the cover's boxes are those of two pages, two flaps
and a spine of half the pages times the caliper plus the glue (a caliper of 0: the glue is the whole spine); the report
says the same. Lengths in mm, right to 0.1."""
import json
import sys

import pikepdf

cover, book, report = sys.argv[1:4]
caliper, flap, glue = map(float, sys.argv[4:7])
MM = 25.4 / 72
problems = []


def near(what, has, wanted, within=0.1):
    if abs(has - wanted) > within:
        problems.append(f'{what}: {has:.3f} instead of {wanted:.3f}')


def sides(page, name):
    x0, y0, x1, y1 = (float(number) * MM for number in page[name])
    return x0, y0, x1, y1


with pikepdf.open(cover) as pdf, pikepdf.open(book) as pages:
    count = len(pages.pages)
    x0, y0, x1, y1 = sides(pages.pages[0], '/TrimBox')
    width, height = x1 - x0, y1 - y0
    stapled = caliper > 0 and count < 48
    spine = 0 if stapled else (count + 1) // 2 * caliper + glue
    if len(pdf.pages) != 1:
        problems.append(f'{len(pdf.pages)} pages')
    trim, bleed, media = (sides(pdf.pages[0], box) for box in ('/TrimBox', '/BleedBox', '/MediaBox'))
    near('width', trim[2] - trim[0], 2 * width + spine + 2 * flap)
    near('height', trim[3] - trim[1], height)
    for side in range(4):
        sign = 1 if side < 2 else -1
        near('bleed', (trim[side] - bleed[side]) * sign, 3, 0.01)
        if (bleed[side] - media[side]) * sign < 5:
            problems.append('no room for marks')
    figures = json.load(open(report, encoding='utf-8'))['figures']['cover']
    near('reported width', figures['width_mm'], 2 * width + spine + 2 * flap)
    near('reported height', figures['height_mm'], height)
    near('reported spine', figures['spine_mm'], spine)
    if figures['binding'] != ('saddle' if stapled else figures['binding']):
        problems.append(f"binding {figures['binding']}")
    if not count <= figures['pages'] < count + 4:
        problems.append(f"{figures['pages']} pages of {count}")
for problem in problems:
    print(f'{cover}: {problem}', file=sys.stderr)
sys.exit(1 if problems else 0)
