// node scripts/style-pictures.mjs HUOZI: makes books/manual/images/style-*.png anew, two pages of the manual in each
// style: that with `kWords` and the one after it. Needs pdftoppm and pdftotext; run it when a style has changed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

const kStyles = ['reader', 'novel', 'report', 'large-print'];
const kWords = '从网页上存下来的文章，带着许多不属于文章的东西';
const kHeight = 620; // of a page, in pixels
const kGap = 12;
const kShades = 16;

// A page as grey bytes.
function render(pdf, page) {
  const pgm = execFileSync('pdftoppm', ['-f', page, '-l', page, '-gray', '-scale-to-x', '-1', '-scale-to-y', kHeight, pdf]);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 64));
  return { width: Number(head[1]), height: Number(head[2]), grey: pgm.subarray(head[0].length) };
}

// Side by side, each in a thin frame.
function spread(pages) {
  const width = pages.reduce((sum, page) => sum + page.width + 2 + kGap, -kGap);
  const height = pages[0].height + 2;
  const grey = Buffer.alloc(width * height, 255);
  let left = 0;
  for (const page of pages) {
    for (let y = 0; y < height; ++y) {
      for (let x = 0; x < page.width + 2; ++x) {
        const edge = x === 0 || y === 0 || x === page.width + 1 || y === height - 1;
        grey[y * width + left + x] = edge ? 136 : page.grey[(y - 1) * page.width + x - 1];
      }
    }
    left += page.width + 2 + kGap;
  }
  return { width, height, grey };
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

// Four bits a pixel.
function png({ width, height, grey }) {
  const stride = Math.ceil(width / 2);
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      const shade = Math.round((grey[y * width + x] * (kShades - 1)) / 255);
      rows[y * (stride + 1) + 1 + (x >> 1)] |= x % 2 ? shade : shade << 4;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 4;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const huozi = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'style-pictures-'));
cpSync('books/manual', join(folder, 'manual'), { recursive: true });
const manifest = join(folder, 'manual', 'book.yaml');
const written = readFileSync(manifest, 'utf8');
for (const style of kStyles) {
  writeFileSync(manifest, written.replace(/^stylesheet:.*$/m, `stylesheet: ${style}`));
  execFileSync(huozi, ['build', join(folder, 'manual'), '--profile', 'screen', '-o', folder], { stdio: 'inherit' });
  const pdf = join(folder, 'manual.pdf');
  const texts = execFileSync('pdftotext', ['-raw', pdf, '-'], { maxBuffer: 1 << 28 }).toString().split('\f');
  const first = texts.findIndex((text) => text.replace(/\s/g, '').includes(kWords)) + 1;
  const picture = png(spread([render(pdf, first), render(pdf, first + 1)]));
  writeFileSync(`books/manual/images/style-${style}.png`, picture);
  console.log(`style-${style}.png: page ${first}, ${picture.length} bytes`);
}
rmSync(folder, { recursive: true });
