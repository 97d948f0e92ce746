import { createReadStream } from 'node:fs';

/** A longer line is no event: the largest one stays far below. */
export const LONGEST_LINE = 4_000_000;

/**
 * The lines of a text file, without their ends. Only line feeds end a line: `node:readline` also splits at U+2028, which
 * stands raw in JSON and so in what viewers write. A line longer than {@link LONGEST_LINE} comes as far as it
 * was read, and is the last.
 */
export async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const [end = '', ...lines] = chunk.split('\n');
    rest += end;
    if (lines.length > 0) {
      yield rest;
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest.length > LONGEST_LINE) break;
  }
  if (rest) yield rest;
}
