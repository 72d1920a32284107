// alter.mjs BOOK.epub ALTERED.epub LIBRARIES FILES PATTERN TEXT: a copy of the book in which the pattern is replaced in
// the files whose names fit FILES ($1 in TEXT is its first group), to see the checks refuse it. Fails where there is
// nothing to replace.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const [book, altered, libraries, files, pattern, text] = process.argv.slice(2);
const JSZip = createRequire(join(libraries, 'jszip/'))('jszip');
const archive = await JSZip.loadAsync(readFileSync(book));
const result = new JSZip();
let replaced = 0;
for (const [name, entry] of Object.entries(archive.files)) {
  let bytes = await entry.async('nodebuffer');
  if (new RegExp(files).test(name)) {
    bytes = bytes.toString('utf8').replace(new RegExp(pattern, 'g'), (...groups) => {
      ++replaced;
      return text.replace(/\$(\d)/g, (_, group) => groups[Number(group)]);
    });
  }
  result.file(name, bytes, {compression: name === 'mimetype' ? 'STORE' : 'DEFLATE'});
}
if (replaced === 0) throw new Error(`nothing in ${files} fits ${pattern}`);
writeFileSync(altered, await result.generateAsync({type: 'nodebuffer'}));
