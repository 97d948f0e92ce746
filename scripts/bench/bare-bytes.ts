/** The limit of a page: what the given addresses answer with, out of memory, by the least that speaks HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

const headers = { 'accept-encoding': 'gzip', 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' };
const bodies = new Map<string, Buffer>();
for (const url of process.argv.slice(2)) {
  const answer = await fetch(url, { headers });
  // Fetched unpacked, and packed again: the same bytes in number, whoever packed them.
  const plain = Buffer.from(await answer.arrayBuffer());
  bodies.set(
    new URL(url).pathname + new URL(url).search,
    answer.headers.has('content-encoding') ? gzipSync(plain) : plain,
  );
}

const server = createServer((asked, response) => {
  const body = bodies.get(asked.url ?? '');
  response.writeHead(body ? 200 : 404, { 'content-encoding': 'gzip', 'content-length': body?.length ?? 0 }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
