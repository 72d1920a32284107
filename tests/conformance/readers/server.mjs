// A loopback server of what a reader's page loads: the pages of this folder, the readers' libraries, one book. Nothing
// else can be had from it, and Chromium is told to ask nobody else.
import {createServer} from 'node:http';
import {readFile} from 'node:fs/promises';
import {extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';

const types = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.epub': 'application/epub+zip'};
const here = fileURLToPath(new URL('.', import.meta.url));

// {address, close}. `libraries` is a node_modules folder.
export async function serve(book, libraries) {
  const file_of = path => {
    if (path === '/book.epub') return book;
    if (path.startsWith('/libraries/')) return join(libraries, normalize(path.slice('/libraries'.length)));
    return join(here, normalize(path));
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (path === '/favicon.ico') return response.writeHead(204).end();
    try {
      const bytes = await readFile(file_of(path));
      response.writeHead(200, {'content-type': types[extname(path)] ?? 'application/octet-stream'}).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {address: `http://127.0.0.1:${server.address().port}`, close: () => server.close()};
}
