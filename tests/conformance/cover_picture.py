"""cover_picture.py COVER.png COVER.pdf REPORT.json: the page as drawn shows the green picture on the front and 3 mm
beyond it above, below and on the flap, and nowhere else."""
import json
import sys

import pikepdf
from PIL import Image

drawn = Image.open(sys.argv[1]).convert('RGB')
figures = json.load(open(sys.argv[3], encoding='utf-8'))['figures']['cover']
with pikepdf.open(sys.argv[2]) as pdf:
    page = pdf.pages[0]
    left, top = float(page.TrimBox[0]), float(page.MediaBox[3]) - float(page.TrimBox[3])
dots = drawn.width / float(page.MediaBox[2]) * 72 / 25.4
flap, spine, height = figures['flap_mm'], figures['spine_mm'], figures['height_mm']
page_width = (figures['width_mm'] - spine - 2 * flap) / 2
begin = flap + page_width + spine  # of the front
end = begin + page_width


def green(x, y):
    at = (round((left * 25.4 / 72 + x) * dots), round((top * 25.4 / 72 + y) * dots))
    red, value, blue = drawn.getpixel(at)
    return value > red + 40 and value > blue + 40


inside = [(begin + 0.5, -2.5), (begin + 0.5, height + 2.5), (end + 2.5, -2.5), (end + 2.5, height + 2.5),
          ((begin + end) / 2, height / 2)]
outside = [(begin - 0.5, height / 2), (end + 3.5, height / 2), ((begin + end) / 2 + 20, -3.5),
           ((begin + end) / 2 + 20, height + 3.5), (flap + 10, height / 2)]
wrong = [point for point in inside if not green(*point)] + [point for point in outside if green(*point)]
for point in wrong:
    print(f'{sys.argv[2]}: wrong at {point}', file=sys.stderr)
sys.exit(1 if wrong else 0)
