"""What diff.sh plants in two editions of a book, and looks for in what is told of them.

diff_editions.py plant old|new BOOK; changes FOLDER; bars FOLDER; column_bars FOLDER; picture_bar FOLDER.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

import pikepdf

CHAPTER = """---
title: 河边的茶馆
---

河边有一座茶馆，门口种着两棵柳树。{added}掌柜姓顾，年轻时修过桥。{removed}客人多半是船上的人，也有从山里来的药农。

{heading}

茶叶装在陶罐里，罐口用棉纸封好，开罐的日子写在罐底。伙计走{word}很快，端着茶壶从不洒出一滴水。

墙上挂着一张旧地图{mark}图上的渡口现在只剩下石阶[^stone]。

[^stone]: 石阶共有{note}级，最下面几级长年浸在水里。
"""
OLD = {'added': '', 'removed': '茶钱放在窗台的碗里。', 'heading': '## 怎样存茶', 'word': '的', 'mark': '，', 'note': '二十一'}
NEW = {'added': '每天清早，门板卸下来当桌子。', 'removed': '', 'heading': '## 陶罐与棉纸', 'word': '得', 'mark': '；',
       'note': '三十六'}
ADDED = '园丁把工具按长短挂在棚子里，雨天就坐在门口磨剪刀。'
REMOVED = '图书馆的旧目录卡片装在木柜里，每一格都贴着手写的标签。'
MOVED = '桥墩上刻着修桥人的名字，字迹朝着上游，水大的时候看不见。'


def append(book, article, text):
    with open(book / 'articles' / article, 'a', encoding='utf-8') as file:
        file.write('\n\n' + text + '\n')


def plant(edition, book):
    is_old = edition == 'old'
    (book / 'articles' / 'planted.md').write_text(CHAPTER.format(**(OLD if is_old else NEW)), encoding='utf-8')
    manifest = (book / 'book.yaml').read_text(encoding='utf-8')
    row = '      - articles/what.md\n'
    assert manifest.count(row) == 1
    (book / 'book.yaml').write_text(manifest.replace(row, row + '      - articles/planted.md\n'), encoding='utf-8')
    if is_old:
        append(book, 'afterword.md', REMOVED)
        append(book, 'what.md', MOVED)
    else:
        append(book, 'preface.md', ADDED)
        append(book, 'questions.md', MOVED)


# Kind, unit, words of the old edition, words of the new one.
EXPECTED = {
    ('added', 'paragraph', '', ADDED),
    ('removed', 'paragraph', REMOVED, ''),
    ('moved', 'paragraph', MOVED, MOVED),
    ('added', 'sentence', '', NEW['added']),
    ('removed', 'sentence', OLD['removed'], ''),
    ('changed', 'sentence', '怎样存茶', '陶罐与棉纸'),
    ('changed', 'sentence', '伙计走的很快，端着茶壶从不洒出一滴水。', '伙计走得很快，端着茶壶从不洒出一滴水。'),
    ('changed', 'sentence', '墙上挂着一张旧地图，图上的渡口现在只剩下石阶。', '墙上挂着一张旧地图；图上的渡口现在只剩下石阶。'),
    ('changed', 'sentence', '石阶共有二十一级，最下面几级长年浸在水里。', '石阶共有三十六级，最下面几级长年浸在水里。'),
}


def page_texts(pdf):
    text = subprocess.run(['pdftotext', '-raw', pdf, '-'], check=True, capture_output=True).stdout.decode()
    return [re.sub(r'\s', '', page) for page in text.split('\f')[:-1]]


def check(condition, what):
    if not condition:
        sys.exit(what)


def changes(folder):
    told = json.loads((folder / 'diff.json').read_text())
    found = {(each['kind'], each['unit'], each['old'].get('text', '').rstrip(), each['new'].get('text', '').rstrip())
             for each in told['changes']}
    check(found == EXPECTED, f'missing {EXPECTED - found}\nbeside {found - EXPECTED}')
    check(len(told['changes']) == len(EXPECTED), 'a change is told twice')
    for side in ('old', 'new'):
        pages = page_texts(folder / side / 'out' / 'book.print.pdf')
        labels = [row[0] for row in json.loads((folder / side / 'out' / 'book.report.json').read_text())['edition']['pages']]
        check(len(pages) == len(labels), 'pages')
        for each in told['changes']:
            place = each[side]
            if 'text' not in place:
                continue
            # The first words of what changed, or those before it, without what a note's mark may stand in.
            at = place.get('changed', [[0, 0]])[0][0]
            words = place['text'][max(0, at - 4):at + 6]
            on = {labels[i] for i, text in enumerate(pages) if words in text}
            check(place['page'] in on, f'{side}: {words} is on {on}, not {place["page"]}')
    check({part['part'] for part in told['generated']} >= {'contents'}, 'the contents changed')
    check(told['pages_changed'], 'pages differ')


INK = [0.8, 0.1, 0.1]


def drawn(page):
    """The bars of a page as (top, bottom, left) and the heights of its wedges' points, from the page's top."""
    height = float(page.mediabox[3])
    bars, wedges, ink, path, kept = [], [], None, [], []
    matrix = pikepdf.PdfMatrix()
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == 'q':
            kept.append((ink, matrix))
        elif name == 'Q':
            ink, matrix = kept.pop()
        elif name == 'cm':
            matrix = pikepdf.PdfMatrix(*(float(each) for each in operands)) @ matrix
        elif name in ('rg', 'g', 'k', 'sc', 'scn'):
            ink = [float(each) for each in operands]
        elif name in ('m', 'l', 're'):
            path.append((name, [float(each) for each in operands]))
        elif name in ('f', 'f*', 'S', 'n', 'B'):
            if ink == INK and name.startswith('f'):
                for step, numbers in path:
                    if step == 're':
                        y = matrix.f + matrix.d * numbers[1]
                        bars.append((height - y - matrix.d * numbers[3], height - y, matrix.e + matrix.a * numbers[0]))
                if path[0][0] == 'm':
                    wedges.append(height - matrix.f - matrix.d * path[0][1][1])
            path = []
    return bars, wedges


def words_of(pdf):
    """By page the words as (top, bottom, text, middle)."""
    boxes = subprocess.run(['pdftotext', '-bbox', pdf, '-'], check=True, capture_output=True).stdout.decode()
    pages = []
    for line in boxes.splitlines():
        if '<page ' in line:
            pages.append([])
        word = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', line)
        if word:
            left, top, right, bottom = (float(word[k]) for k in range(1, 5))
            pages[-1].append((top, bottom, word[5], (left + right) / 2))
    return pages


def bars(folder):
    pdf = folder / 'bars' / 'book.diff.pdf'
    told = json.loads((folder / 'diff.json').read_text())
    labels = [row[0] for row in json.loads((folder / 'new/out/book.report.json').read_text())['edition']['pages']]
    words = words_of(pdf)
    with pikepdf.open(pdf) as file:
        marks = [drawn(page) for page in file.pages]
    check(len(marks) > len(labels), 'the old words are listed behind the pages')
    check(all(page == ([], []) for page in marks[len(labels):]), 'no bars in the list')
    with_bars, with_wedges = set(), set()
    for each in told['changes']:
        place = each['new']
        page = labels.index(place['page'])
        if each['kind'] == 'removed':
            with_wedges.add((page, each['old']['paragraph']))
            continue
        at = place.get('changed', [[0, 0]])[0][0]
        text = place['text']
        # The word on the page in which the change begins, by what stands around it.
        around = [text[max(0, at - k):at + 3] for k in (3, 2, 1, 0)]
        lines = [(top + bottom) / 2 for top, bottom, word, _ in words[page] if any(part in word for part in around)]
        covering = [bar for bar in marks[page][0] for y in lines if bar[0] <= y <= bar[1]]
        check(covering, f'no bar beside {around[0]} on page {place["page"]}: {lines}, {marks[page][0]}')
        with_bars.update((page, bar) for bar in covering)
    everything = {(i, bar) for i, page in enumerate(marks) for bar in page[0]}
    check(with_bars == everything, f'bars beside lines that did not change: {everything - with_bars}')
    check(sum(len(page[1]) for page in marks) == len(with_wedges), 'a wedge for each removed place')
    for i, page in enumerate(marks):
        for y in page[1]:
            check(any(top < y < bottom for top, bottom, *_ in words[i]), 'a wedge beside no line')
    for i, page in enumerate(words[len(labels):], 1):
        check(any(word == f'+{i}' for _, _, word, _ in page), f'page {i} of the list has no folio')
    listed = ''.join(word for page in words[len(labels):] for _, _, word, _ in page)
    for old in (OLD['removed'], '怎样存茶', REMOVED[:8], '二十一'):
        check(old in listed, f'{old} is not listed')


def column_bars(folder):
    """Of a body in two columns each has its bars at its own side."""
    pdf = folder / 'book.diff.pdf'
    told = json.loads((folder / 'diff.json').read_text())['changes']
    words = words_of(pdf)
    with pikepdf.open(pdf) as file:
        marks = [drawn(page)[0] for page in file.pages]
        middle = float(file.pages[0].mediabox[2]) / 2
    sides = set()
    for text in (each['new']['text'] for each in told if each['kind'] == 'added'):
        for page, found in zip(marks, words):
            for top, bottom, word, x in found:
                if text[:6] not in word:
                    continue
                near = [bar for bar in page if bar[0] < (top + bottom) / 2 < bar[1] and (bar[2] < middle) == (x < middle)]
                check(near, f'no bar at the side of {word}')
                sides.add(x < middle)
    check(sides == {True, False}, 'changes in both columns')


def picture_bar(folder):
    """One bar in all, as high as the picture of 90 by 60 px that changed."""
    [pdf] = (folder / 'bars').glob('repainted.diff.pdf')
    with pikepdf.open(pdf) as file:
        found = [bar for page in file.pages for bar in drawn(page)[0]]
    check(len(found) == 1 and abs(found[0][1] - found[0][0] - 45) < 1, f'the picture has no bar: {found}')


if __name__ == '__main__':
    what = sys.argv[1]
    if what == 'plant':
        plant(sys.argv[2], Path(sys.argv[3]))
    else:
        {'changes': changes, 'bars': bars, 'column_bars': column_bars, 'picture_bar': picture_bar}[what](Path(sys.argv[2]))
