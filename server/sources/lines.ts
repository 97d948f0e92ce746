import { createReadStream } from 'node:fs';

/**
 * The lines of a text file, without their ends. Only line feeds end a line: `node:readline` also splits at U+2028, which
 * stands raw in JSON and so in what viewers write.
 */
export async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}
