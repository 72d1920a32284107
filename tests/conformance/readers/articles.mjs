// articles.mjs BOOK.epub REPORT.json MANIFEST LIBRARIES: the Han text of the articles, with what the audit says was taken
// out or put in, is the e-book's: every piece of text between two pieces of markup stands in the e-book, in the article's
// order, as often as in the articles; and the e-book has no characters that neither an article, book.yaml nor the report
// has. Articles are cut by a few patterns, not read by huozi's parsers. For books that repeat nothing by reference.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {han} from './han.mjs';

const [book, report_file, manifest, libraries] = process.argv.slice(2);
const report = JSON.parse(readFileSync(report_file, 'utf8'));
const failures = [];

// Sections that huozi makes of other things than articles.
const made = /(?:nav|cover|imprint|sources|index|references|colophon|title-page|half-title|part-\d+)\.xhtml$/;
// In place of a picture, or of a reference to a page.
const stand_ins = /<(\w+)[^>]* class="[^"]*(?:image-missing|page-reference)[^"]*"[^>]*>.*?<\/\1>/gs;

async function files_of_epub() {
  const JSZip = createRequire(join(libraries, 'jszip/'))('jszip');
  const archive = await JSZip.loadAsync(readFileSync(book));
  const opf = await archive.file('EPUB/package.opf').async('string');
  const href = new Map([...opf.matchAll(/<item id="([^"]*)" href="([^"]*)"/g)].map(m => [m[1], m[2]]));
  const paths = [...opf.matchAll(/<itemref idref="([^"]*)"/g)].map(m => href.get(m[1])).filter(path => !made.test(path));
  return Promise.all(paths.map(async path => {
    const xhtml = await archive.file(`EPUB/${path}`).async('string');
    return xhtml.slice(xhtml.indexOf('<body')).replace(stand_ins, '');
  }));
}

// The article with the audit's changes; each must stand on its line. What is put in is a piece of its own.
function replayed(article, file) {
  for (const {file: where, line, removed, replaced_by} of report.audit) {
    if (where !== file || !han(removed + replaced_by)) continue;
    let begin = 0;
    for (let n = 1; n < line; ++n) begin = article.indexOf('\n', begin) + 1;
    const found = article.indexOf(removed, begin);
    if (found < 0) {
      failures.push(`${file}:${line}: what the audit took out is not there: ${removed}`);
      continue;
    }
    const lines = removed.split('\n').length - 1;
    article = article.slice(0, found) + cut + replaced_by + cut + '\n'.repeat(lines) + article.slice(found + removed.length);
  }
  return article;
}

const cut = '\u0001';
const markup = /\]\([^)]*\)|\[\^[^\]]*\]:?|<[A-Za-z/!?][^<>]*>|\{[^{}]*\}|第[ -~]+页|[|\n\u0001]/;

// The Han characters of an article's pieces: its title, which may be its chapter's, and what stands between markup.
function pieces_of(article) {
  const [whole, front] = /^\s*---\n(.*?)\n---\n/s.exec(article) ?? ['', ''];
  const titles = [...front.matchAll(/^title: *(.*)$/gm)].map(m => m[1]);
  const text = article.slice(whole.length).replace(/<!--.*?-->/gs, cut);
  return [...titles, ...text.split(markup)].map(han).filter(piece => piece);
}

function count(text) {
  const counts = new Map();
  for (const c of text) counts.set(c, (counts.get(c) ?? 0) + 1);
  return counts;
}
// The characters that `a` has more often than `b`.
function surplus(a, b) {
  const left = count(b);
  return [...a].filter(c => {
    left.set(c, (left.get(c) ?? 0) - 1);
    return left.get(c) < 0;
  }).join('');
}

const xhtml = (await files_of_epub()).join('\n');
const plain = markup => han(markup.replace(/<[^>]*>/g, ''));
const aside = /<aside[^>]*>.*?<\/aside>/gs;
const body = plain(xhtml.replace(aside, '')), notes = plain((xhtml.match(aside) ?? []).join(''));
const attributes = han([...xhtml.matchAll(/ (?:alt|title|aria-label)="([^"]*)"/g)].map(m => m[1]).join(''));

// How far behind the piece before one may stand: what huozi puts between is shorter.
const reach = 200;
let pieces = '', raw = '', at = 0;
for (const {file} of report.articles) {
  const article = replayed(readFileSync(file, 'utf8').replace(/\r\n?/g, '\n'), file);
  raw += han(article);
  for (const piece of pieces_of(article)) {
    pieces += piece;
    const found = body.slice(at, at + reach + piece.length).indexOf(piece);
    if (found >= 0) at += found + piece.length;
    else if (!notes.includes(piece) && !attributes.includes(piece)) failures.push(`${file}: not in its place: ${piece}`);
  }
}
const text = body + notes;
const lost = surplus(pieces, text + attributes);
if (lost) failures.push(`the e-book has fewer of these characters than the articles: ${lost}`);
const generated = report.generated.map(entry => han(entry.text)).join('');
const gained = surplus(text, raw + generated + han(readFileSync(manifest, 'utf8')));
if (gained) failures.push(`the e-book has characters that nothing accounts for: ${gained}`);
if (pieces.length === 0) failures.push('the articles have no text');

failures.slice(0, 20).forEach(line => console.error(line));
console.log(`${pieces.length} Han characters of ${report.articles.length} articles, ${text.length} of the e-book`);
process.exit(failures.length ? 1 : 0);
