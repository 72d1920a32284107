# diff_margins.py DIFF.json OLD.html NEW.html: of a comparison, and `pdftotext -bbox` of the proof editions of both
# books: each change's words stand in the row of the line's number that the comparison tells, its paragraph's id in that
# row or above it.
import json
import sys

from proof_margins import Sheet, holds, plain


def sheets_of(path):
    with open(path, encoding='utf-8') as file:
        parts = file.read().split('<page ')[1:]
    return {Sheet(part).label: (Sheet(part), Sheet(part, turned=True)) for part in parts}


# The two characters before what changed, or the first two of it.
def words_of(place):
    at = place.get('changed', [[0, 0]])[0][0]
    text = place['text']
    return plain(text[at:at + 12])[:2] or plain(text[:at])[-2:]


def check(place, sheets, what):
    upright, turned = sheets
    # A turned page has its numbers in a row.
    numbers = [w for w in upright.small if w[4].isdigit()]
    sheet = turned if len({round(w[1]) for w in numbers}) == 1 < len(numbers) else upright
    number = sheet.row_of(place['line'])
    where = f'{what}: page {place["page"]}, line {place["line"]}, paragraph {place["paragraph"]}'
    words, text = words_of(place), plain(sheet.text(number, sheet.two_columns()))
    # What begins at a line's end goes on on the next.
    assert words in text or words[:1] == text[-1:], f'{where}: {words!r} is not in {text!r}'
    above = list(sheet.paragraphs(place['line']))
    near = above[:4] if place['element'] in ('td', 'th') else above[:1]
    assert not near or any(holds(i, place['paragraph']) for i in near), f'{where}: the margin says {near}'


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        changes = json.load(file)['changes']
    sheets = {'old': sheets_of(sys.argv[2]), 'new': sheets_of(sys.argv[3])}
    count = 0
    for change in changes:
        for side, of in sheets.items():
            place = change.get(side, {})
            if 'text' in place and 'line' in place:
                check(place, of[place['page']], f'{change["kind"]}, {side}')
                count += 1
    assert count >= 15, f'hardly any places: {count}'


if __name__ == '__main__':
    main()
