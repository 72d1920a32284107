// Opens a book in a reader, in headless Chromium: `foliate` (foliate-js) or `epubjs` (epub.js). The page has
// `window.reader`, of the same shape for both (page.js says which).
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {serve} from './server.mjs';

export const readers = ['epubjs', 'foliate'];
const size = {width: 800, height: 1000};

// Calls `use` with {page, errors, shot(name)} and closes everything. `errors` gathers what the console calls an error,
// exceptions nobody caught, and asking for an address outside.
export async function with_reader(reader, {book, libraries, chromium, shots}, use) {
  const playwright = createRequire(join(libraries, 'playwright-core/'))('playwright-core');
  const server = await serve(book, libraries);
  const browser = await playwright.chromium.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
           '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const page = await browser.newPage({viewport: size});
    const errors = [];
    page.on('pageerror', error => errors.push(String(error)));
    page.on('console', message => message.type() === 'error' && errors.push(message.text()));
    page.on('request', request => {
      const url = request.url();
      if (/^https?:/.test(url) && !url.startsWith(server.address + '/')) errors.push(`asked for ${url}`);
    });
    await page.goto(`${server.address}/${reader}.html`);
    await page.waitForFunction(() => window.reader || window.failure, null, {timeout: 60000});
    const failure = await page.evaluate(() => window.failure);
    if (failure) throw new Error(failure);
    const shot = name => page.screenshot({path: join(shots, `${reader}-${name}.png`)});
    return await use({page, errors, shot});
  } finally {
    await browser.close();
    server.close();
  }
}
