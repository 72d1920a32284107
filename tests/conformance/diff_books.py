# diff_books.py FOLDER: FOLDER/KIND/old and FOLDER/KIND/new, two editions of a book that differ in prose, notes, a
# table, a list, verse, code and headings, for each kind of page: of one column, of two, with notes at the book's end,
# with a turned table.
import sys
from pathlib import Path

KINDS = {
    'plain': '',
    'columns': 'section.chapter { column-count: 2 }',
    'endnotes': 'aside.footnote { -huozi-note-place: book }',
    'turned': 'table { -huozi-turn: left }',
}
PROSE = '石桥修好以后，两岸的人来往方便多了，赶集的日子桥上挤满了挑担的人。'
FIRST = """---
title: 河边的茶馆
---

河边有一座茶馆，门口种着两棵柳树。{added}掌柜姓顾，年轻时修过桥。{removed}伙计走{word}很快，端着茶壶从不洒出一滴水。

## {heading}

存茶怕潮，也怕异味。梅雨天要把罐子搬到阁楼上，底下垫一层石灰[^lime]。每罐约重{number}克。

[^lime]: 石灰要用生石灰，用纱布包好，每包重{note}两。

- 绿茶放在最里面，靠墙的架子上。
- 红茶放在中间，离窗{list}尺。

春天\\
桥下的水涨了\\
船从{verse}前过\\
人在船上睡

```python
def shelf(number):
    return "{code}" % number
```

"""
OLD = {'added': '', 'removed': '茶钱放在窗台的碗里。', 'word': '的', 'heading': '怎样存茶', 'number': '500',
       'note': '二十一', 'list': '三', 'verse': '窗', 'code': 'row %d'}
NEW = {'added': '每天清早，门板卸下来当桌子。', 'removed': '', 'word': '得', 'heading': '陶罐与棉纸', 'number': '520',
       'note': '三十六', 'list': '五', 'verse': '桥', 'code': 'shelf %d'}


def second(is_old):
    yield '---\ntitle: 桥上的雕刻\n---\n\n| 桥 | 地方 | 长 | 石料 |\n|---|---|---|---|\n'
    for i in range(1, 12):
        yield f'| 第{i}桥 | 河湾西 | {i * 7}丈 | 采自{"南" if i == 5 and not is_old else "北"}山 |\n'
    for i in range(1, 16):
        added = '新添的一句在这里。' if i % 4 == 2 and not is_old else ''
        name = '赵' if is_old else '钱'
        end = PROSE if i % 3 else f'渡口的船工姓{name}，撑船三十年。'
        yield f'\n第{i}年，{PROSE}{PROSE}{added}{end}[^n{i}]\n\n'
        yield f'[^n{i}]: 第{i}条注，写的是{"旧" if is_old or i % 5 else "新"}事一桩，出在河湾。\n'


for kind, style in KINDS.items():
    for edition, words in (('old', OLD), ('new', NEW)):
        book = Path(sys.argv[1]) / kind / edition / 'book'
        (book / 'articles').mkdir(parents=True)
        (book / 'articles/a.md').write_text(FIRST.format(**words), encoding='utf-8')
        (book / 'articles/b.md').write_text(''.join(second(edition == 'old')), encoding='utf-8')
        (book / 'kind.css').write_text(style + '\n', encoding='utf-8')
        (book / 'book.yaml').write_text('title: 桥与茶\ndate: 2024-05-01\nstylesheet: [booklet, kind.css]\n'
                                        'chapters: [articles/a.md, articles/b.md]\n', encoding='utf-8')
