#!/usr/bin/python3
"""renderers.py FILE.pdf FOLDER: Poppler, MuPDF and Ghostscript open the whole file without a complaint, and show pages of
it alike. The measure: pages at 150 dpi in colour; a pixel differs when its red, green or blue lies more than 64 of 255
levels outside of what the other renderer shows within a pixel of it, so that edges may be smoothed, hinted or rounded
otherwise but nothing be heavier, elsewhere, of another colour or missing. Of each page less than 0.5 % of the pixels may
differ, between any two."""
import itertools
import pathlib
import re
import subprocess
import sys

from PIL import Image, ImageChops, ImageFilter

DPI, LEVELS, REACH, SHARE, PAGES = 150, 64, 1, 0.005, 6
NO_COMPLAINT = {"warning: ICC support is not available"}  # of the renderer's own build, not of the file


def run(*command):
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    said = {line for line in (done.stdout + done.stderr).split("\n") if line.strip()} - NO_COMPLAINT
    return [f"{command[0]}: {line}" for line in sorted(said)] + ([f"{command[0]} fails"] if done.returncode else [])


def open_all(pdf):
    """Complaints on any page."""
    return (run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", pdf)
            + run("mutool", "draw", "-q", "-r", "20", "-F", "pgm", "-o", "/dev/null", pdf)
            + run("pdftocairo", "-q", "-r", "20", "-ps", pdf, "/dev/null"))


def render(pdf, page, folder):
    files = {each: folder / f"{each}-{page}.ppm" for each in ("poppler", "mupdf", "ghostscript")}
    complaints = run("pdftoppm", "-r", DPI, "-f", page, "-l", page, "-singlefile", pdf,
                     files["poppler"].with_suffix(""))
    complaints += run("mutool", "draw", "-q", "-c", "rgb", "-r", DPI, "-o", files["mupdf"], pdf, page)
    complaints += run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=ppmraw", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4",
                      f"-r{DPI}", f"-dFirstPage={page}", f"-dLastPage={page}", "-o", files["ghostscript"], pdf)
    return {each: Image.open(file).convert("RGB") for each, file in files.items()}, complaints


def outside(one, other):
    """Of each pixel of `one` by how much it leaves what `other` shows around it."""
    reach = 2 * REACH + 1
    above = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(reach)))
    below = ImageChops.subtract(other.filter(ImageFilter.MinFilter(reach)), one)
    red, green, blue = ImageChops.lighter(above, below).split()
    return ImageChops.lighter(red, ImageChops.lighter(green, blue))


def share_of_differences(one, other):
    size = [min(pair) for pair in zip(one.size, other.size)]
    one, other = (each.crop((0, 0, *size)) for each in (one, other))
    worst = ImageChops.lighter(outside(one, other), outside(other, one))
    return sum(worst.histogram()[LEVELS + 1:]) / (size[0] * size[1])


def main():
    pdf, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    broken = open_all(pdf)
    counted = re.search(r"Pages:\s*(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout)
    last = int(counted[1]) - 1 if counted else -1
    pages = sorted({1 + last * i // (PAGES - 1) for i in range(PAGES)}) if last >= 0 else []
    worst = 0.0
    for page in pages:
        shown, complaints = render(pdf, page, folder)
        broken += complaints
        for one, other in itertools.combinations(shown, 2):
            if max(abs(a - b) for a, b in zip(shown[one].size, shown[other].size)) > 1:
                broken.append(f"page {page}: {one} and {other} make it of another size")
            share = share_of_differences(shown[one], shown[other])
            worst = max(worst, share)
            if share >= SHARE:
                broken.append(f"page {page}: {one} and {other} differ in {100 * share:.2f} % of the pixels")
    print(f"pages {pages}: at most {100 * worst:.3f} % of the pixels differ")
    for line in dict.fromkeys(broken):
        print(line)
    return 1 if broken else 0


sys.exit(main())
