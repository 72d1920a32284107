# proof_margins.py WORDS.html REPORT.json: of `pdftotext -bbox` of a proof edition and the report of its book: each
# finding's words stand in the row of its line's number, its paragraph's id in that row or above it, the rule's name
# beside it.
import html
import json
import re
import sys

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
SMALL = 6.5  # the size of what the margins say, at the most
ID = re.compile(r'(\d+)-(\d+)(?:–(\d+))?$')


class Sheet:
    # `turned`: of a page on which lines run from the foot to the head, as if it lay on its side.
    def __init__(self, text, turned=False):
        found = [(*map(float, m.groups()[:4]), html.unescape(m.group(5))) for m in WORD.finditer(text)]
        if turned:
            found = [(-y1, x0, -y0, x1, word) for x0, y0, x1, y1, word in found if self.runs_up(x1 - x0, y1 - y0, word)]
        self.words = [w for w in found if w[3] - w[1] > SMALL and w[1] > 40]
        self.small = [w for w in found if w[3] - w[1] <= SMALL]
        head = ''.join(w[4] for w in found if w[1] < 40)
        label = re.search(r'第(.+?)[页頁]\d+/\d+$', head.replace('　', ''))
        self.label = label.group(1) if label else ''

    # Of numbers: digits are about half as wide as high.
    @staticmethod
    def runs_up(width, height, word):
        half = 0.555 * len(word)
        return not word.isdigit() or abs(height - half * width) < abs(width - half * height)

    def row_of(self, line):
        numbers = [w for w in self.small if w[4] == str(line)]
        assert len(numbers) == 1, f'page {self.label}: line number {line} is there {len(numbers)} times'
        return numbers[0]

    @staticmethod
    def beside(a, b):
        middle = (a[1] + a[3]) / 2
        return b[1] < middle < b[3]

    # Words of the line: of two columns the half on the number's side. A cell that stands between this line and the next
    # has no number of its own.
    def text(self, number, two_columns):
        numbers = [w for w in self.small if w[4].isdigit()]
        below = [w[3] for w in numbers if w[3] > number[3] + 1]
        row = [w for w in self.words if self.beside(number, w) or
               (not any(self.beside(n, w) for n in numbers) and number[3] < w[3] < min(below, default=0))]
        if two_columns and row:
            middle = (min(w[0] for w in self.words) + max(w[2] for w in self.words)) / 2
            row = [w for w in row if (w[0] < middle) == (number[0] < middle)]
        return ''.join(w[4] for w in sorted(row))

    # The ids that the line has, and those above it, the nearest first.
    def paragraphs(self, line):
        for n in range(line, 0, -1):
            number = self.row_of(n)
            near = [w for w in self.small if ID.match(w[4]) and abs(w[3] - number[3]) < 3]
            if len(near) > 1:  # of two columns
                near = [min(near, key=lambda w: abs(w[0] - number[0]))]
                if abs(near[0][0] - number[0]) > 120:
                    near = []
            elif near and self.two_columns() and abs(near[0][0] - number[0]) > 120:
                near = []
            if near:
                yield near[0][4]

    def two_columns(self):
        numbers = [w for w in self.small if w[4].isdigit()]
        return max(w[0] for w in numbers) - min(w[0] for w in numbers) > 150


def holds(printed, paragraph):
    section, first, last = ID.match(printed).groups()
    own, ordinal = map(int, paragraph.split('-'))
    return own == int(section) and int(first) <= ordinal <= int(last or first)


# Without marks that are typed otherwise than set.
def plain(text):
    return re.sub(r'\s|<rt>.*?</rt>|<.*?>|[-*#|.,，—…“”‘’"\'（）()]', '', text)


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        sheets = {s.label: s for s in map(Sheet, file.read().split('<page ')[1:])}
    with open(sys.argv[2], encoding='utf-8') as file:
        findings = [d for d in json.load(file)['diagnostics'] if 'printed' in d]
    assert len(findings) >= 10, 'hardly any findings'
    sources = {}
    for each in findings:
        place = each['printed']
        sheet = sheets[place['page']]
        number = sheet.row_of(place['line'])
        if each['file'] not in sources:
            with open(each['file'], encoding='utf-8') as file:
                sources[each['file']] = file.read().split('\n')
        source = sources[each['file']][each['line'] - 1]
        # The last two characters up to the slip's first; where none are before it, the first two from there on.
        begin = each['column'] - 1
        words = plain(source[:begin + 1])[-2:] or plain(source[begin:])[:2]
        text = plain(sheet.text(number, sheet.two_columns()))
        where = f'{each["rule"]} {each["file"]}:{each["line"]}: {place}'
        assert source[begin:begin + 1] == '<' or words and (words in text or words[-1:] == text[:1]), f'{where}: {words!r} is not in {text!r}'
        # The nearest is the paragraph's, unless it began on the page before; of a table another cell's may begin lower.
        above = list(sheet.paragraphs(place['line']))
        near = above[:4] if source.startswith('|') else above[:1]
        assert not near or any(holds(i, place['paragraph']) for i in near), f'{where}: the margin says {near}'
        if not each['rule'].startswith('proof.'):
            continue
        name = each['rule'][len('proof.'):].upper()
        assert any(w[4] == name and abs(w[3] - number[3]) < 3 for w in sheet.small), f'{where}: no mark'


if __name__ == '__main__':
    main()
