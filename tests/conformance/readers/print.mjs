// What the pages of a print PDF begin with, by their labels (v, 12). Running heads and folios are left out.
import {execFileSync} from 'node:child_process';
import {han} from './han.mjs';

const run = (command, ...rest) => execFileSync(command, rest, {encoding: 'utf8', maxBuffer: 1 << 28});

// 大32开 in the booklet's margins, within the trim: below the head, above the folio.
const area = {x: 0, y: 47, width: 400, height: 490};

function roman(number) {
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'];
  return tens[Math.floor(number / 10) % 10] + ones[number % 10];
}

// A map of labels to the Han characters of their pages.
export function pages_by_label(pdf) {
  const trim = /TrimBox:\s+([\d.]+)\s+([\d.]+)/.exec(run('pdfinfo', '-box', pdf));
  const [left, top] = [Math.round(Number(trim[1])), Math.round(Number(trim[2]))];
  const texts = run('pdftotext', '-raw', '-x', `${left + area.x}`, '-y', `${top + area.y}`, '-W', `${area.width}`,
                    '-H', `${area.height}`, pdf, '-').split('\f').slice(0, -1);
  const ranges = JSON.parse(run('qpdf', '--json', '--json-key=pagelabels', pdf)).pagelabels;
  const pages = new Map();
  texts.forEach((text, index) => {
    const range = ranges.filter(r => r.index <= index).at(-1);
    const number = (range.label['/St'] ?? 1) + index - range.index;
    pages.set(range.label['/S'] === '/r' ? roman(number) : String(number), han(text));
  });
  return pages;
}
