// read.mjs BOOK.epub PRINT.pdf LIBRARIES CHROMIUM SHOTS [PAGE]: reads the book in each reader as a person would, with the
// screens kept as pictures in SHOTS. Every character is on some screen when one pages through; a click on a note's mark
// shows the note, in a pop-up or by a jump with a way back; a page of the print edition, PAGE or the one the list has in
// its place, is found; every page mark stands where the print page begins; nothing complains.
import {mkdirSync} from 'node:fs';
import {han} from './han.mjs';
import {readers, with_reader} from './open.mjs';
import {pages_by_label} from './print.mjs';

const [book, print, libraries, chromium, shots, wanted_page = '12'] = process.argv.slice(2);
// Milliseconds; a test of broken books waits less for what will not come.
const patience = {timeout: Number(process.env.HUOZI_READER_PATIENCE ?? 15000)};

function claim(holds, words) {
  if (!holds) throw new Error(words);
}

// Where two texts part, for the message.
function parting(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) ++at;
  return `at ${at}: 「${a.slice(at, at + 20)}」 and 「${b.slice(at, at + 20)}」`;
}

// Soft hyphens have no width. Characters of addresses are left out where the reader writes its own over the book's.
const lasting = text => [...text].filter(c => c > '\u007f' && c !== '\u00ad').join('');

// Pages from the first screen to the last. The screens' number.
async function page_through(page) {
  const {screens, files} = await page.evaluate(async () => {
    const {reader, look} = window, files = [];
    for (let i = 0; i < reader.sections; ++i) {
      files.push({written: look.text_of((await reader.document(i)).body), shown: '', seen: ''});
    }
    await reader.show(0);
    let screens = 0;
    for (let last; reader.place() !== last && screens < 5000; ++screens) {
      last = reader.place();
      for (const {index, doc} of reader.contents()) {
        files[index].shown ||= look.text_of(doc.body);
        files[index].seen += look.seen_text(doc);
      }
      await reader.next();
    }
    return {screens, files};
  });
  files.forEach(({written, shown, seen}, i) => {
    claim(lasting(written) === lasting(shown), `file ${i} is not what was written: ${parting(written, shown)}`);
    const whole = shown.replaceAll('\u00ad', '');
    claim(whole === seen, `file ${i} is not seen whole, paging forward: ${parting(whole, seen)}`);
  });
  return screens;
}

// {section, call, note: ids, text} of the first notes of each file.
const notes_of = page => page.evaluate(async () => {
  const {reader, look} = window, notes = [];
  for (let section = 0; section < reader.sections; ++section) {
    const doc = await reader.document(section);
    for (const call of look.noterefs(doc).slice(0, 2)) {
      const target = call.getAttribute('href').replace(/^.*#/, '');
      const note = doc.getElementById(target);
      notes.push({section, call: call.id, note: target, text: note && look.is_note(note) ? look.text_of(note) : ''});
    }
  }
  return notes;
});

const click = async (page, id, inside = '') => {
  const where = await page.evaluate(([id, inside]) => {
    for (const {doc} of window.reader.contents()) {
      const element = doc.getElementById(id), link = inside ? element?.querySelector(inside) : element;
      if (link) return window.look.spot(link);
    }
    return null;
  }, [id, inside]);
  claim(where, `there is nothing to click: ${id} ${inside}`);
  await page.mouse.click(where.x, where.y);
};

const is_seen = id => window.reader.contents().some(({doc}) => {
  const element = doc.getElementById(id);
  return element && window.look.spot(element);
});
const wait_to_see = async (page, id, words) => {
  await page.waitForFunction(is_seen, id, patience).catch(() => claim(false, words));
};

async function follow_note(page, reader, shot) {
  const notes = await notes_of(page);
  claim(notes.length > 0, 'the book has no note marks');
  const without = notes.find(({call, text}) => !call || !text);
  claim(!without, `a mark has no id, or leads to no note: ${JSON.stringify(without)}`);
  // The last: the most screens between its mark and the note.
  for (const note of [notes[0], notes.at(-1)]) {
    await page.evaluate(({section, call}) => window.reader.show(section, call), note);
    await wait_to_see(page, note.call, `the mark ${note.call} is not shown`);
    if (note === notes[0]) await shot('mark');
    await click(page, note.call);
    if (reader === 'foliate') {
      const shown = await page.waitForFunction(() => window.reader.popup(), null, patience).catch(() => null);
      claim(shown, `a click on ${note.call} opens no pop-up`);
      await page.waitForTimeout(300);
      await shot('note');
      const text = (await shown.jsonValue()).replace(/\s+/g, '');
      claim(text === note.text, `the pop-up is not the note: ${parting(text, note.text)}`);
      await page.evaluate(() => window.reader.close_popup());
      return;
    }
    await wait_to_see(page, note.note, `a click on ${note.call} does not lead to ${note.note}`);
    await shot('note');
    const place = await page.evaluate(() => window.reader.place());
    const beside = await page.evaluate(is_seen, note.call);
    await click(page, note.note, 'a[role~="doc-backlink"]');
    await wait_to_see(page, note.call, `the link back from ${note.note} does not lead to ${note.call}`);
    claim(beside || place !== await page.evaluate(() => window.reader.place()), 'the link back leads nowhere');
    await shot('back');
  }
}

// As many characters in a row of a page's beginning are looked for among as many of the print page's first. A list's
// number or a title from book.yaml may stand before them in print, and a title over columns is drawn after these.
const probe = 5, within = 16, title = 6;

function begins_as(marked, printed) {
  if (printed.length < probe) return marked.startsWith(printed);
  const first = printed.slice(0, within + probe);
  for (let at = 0; at <= title && at + probe <= marked.length; ++at) {
    if (first.includes(marked.slice(at, at + probe))) return true;
  }
  return marked.length > 0 && marked.length < probe && first.includes(marked);
}

async function find_pages(page, shot) {
  const pages = pages_by_label(print);
  const marks = await page.evaluate(async () => {
    const {reader, look} = window, documents = [];
    for (let i = 0; i < reader.sections; ++i) documents.push(await reader.document(i));
    return reader.page_list.map(({label, href}) => {
      const id = href.replace(/^.*#/, ''), doc = documents.find(d => d.getElementById(id));
      const made = doc?.querySelector('nav') !== null;  // contents, set otherwise than print's
      return {label, id, made, text: doc ? look.text_from(doc, id, 400) : null};
    });
  });
  claim(marks.length > 0, 'the book has no page-list');
  const elsewhere = [];
  for (const mark of marks) {
    claim(mark.text !== null, `page ${mark.label} of the page-list leads nowhere`);
    if (mark.label === 'NaN') continue;  // epub.js reads Arabic numbers only
    const marked = han(mark.text), printed = pages.get(mark.label);
    claim(printed !== undefined, `print has no page ${mark.label}`);
    if (mark.made || begins_as(marked, printed)) continue;
    const words = [marked, printed].map(text => `「${text.slice(0, within)}」`);
    elsewhere.push(`page ${mark.label} does not begin as in print: ${words.join(' and ')}`);
  }
  claim(elsewhere.length === 0, elsewhere.join('\n  '));

  const mark = marks.find(({label}) => label === wanted_page) ??
    marks.find(({label}) => Number(label) > Number(wanted_page)) ?? marks.at(-1);
  await page.evaluate(label => window.reader.show_page(label), mark.label);
  const on_screen = await page.waitForFunction(text => {
    return window.reader.contents().some(({doc}) => window.look.seen_text(doc).includes(text));
  }, mark.text.slice(0, 12), patience).catch(() => null);
  await shot('page');
  claim(on_screen, `page ${mark.label} is not on the screen: 「${mark.text.slice(0, 12)}」`);
  return {label: mark.label, marks: marks.length};
}

mkdirSync(shots, {recursive: true});
let failed = 0;
for (const reader of readers) {
  try {
    await with_reader(reader, {book, libraries, chromium, shots}, async ({page, errors, shot}) => {
      claim(await page.evaluate(() => window.reader.title), 'the book has no title');
      await shot('open');
      const screens = await page_through(page);
      await follow_note(page, reader, shot);
      const {label, marks} = await find_pages(page, shot);
      claim(errors.length === 0, `the console has errors:\n  ${errors.join('\n  ')}`);
      console.log(`${reader}: ${screens} screens; note and way back; ${marks} pages of print, opened at ${label}`);
    });
  } catch (error) {
    console.error(`${reader}: ${error.message}`);
    ++failed;
  }
}
process.exit(failed ? 1 : 0);
