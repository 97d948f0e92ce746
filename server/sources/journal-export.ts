import { createHash } from 'node:crypto';
import { LiveEvent } from '../../shared/events.ts';
import { LONGEST_LINE, linesOf } from './lines.ts';
import { UnusableSource } from './source.ts';

/**
 * The events of a journal export in NDJSON, one by one, in the order of the file; empty lines are passed over. Throws
 * {@link UnusableSource} naming the first line that is no live event.
 */
export async function* exportedEvents(file: string): AsyncGenerator<LiveEvent> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim()) yield parseLine(text, file, number);
  }
}

/** Reads the whole file once, so that a damaged export is refused before any of it is played. */
export async function checkExport(file: string): Promise<void> {
  let events = 0;
  for await (const _event of exportedEvents(file)) events += 1;
  if (events === 0) throw new UnusableSource(`The journal export ${file} holds no event.`);
}

/**
 * The event as a replay tells it: under the replay's own name, with an id that stays apart from the ids of the other
 * sources which the export mixes.
 */
export function replayed(event: LiveEvent, source: string): LiveEvent {
  return { ...event, source, id: replayedId(event) };
}

function replayedId({ source, id }: LiveEvent): string {
  const joined = `${source}:${id}`;
  return joined.length <= 200 ? joined : createHash('sha256').update(joined).digest('hex');
}

function parseLine(line: string, file: string, number: number): LiveEvent {
  if (line.length > LONGEST_LINE) throw unreadable(file, number, 'it is far too long');
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw unreadable(file, number, 'it is not JSON');
  }
  const event = LiveEvent.safeParse(value);
  if (event.success) return event.data;
  const [issue] = event.error.issues;
  const field = issue?.path.join('.');
  throw unreadable(file, number, `${field ? `its field ${field}: ` : ''}${issue?.message ?? 'unknown'}`);
}

function unreadable(file: string, number: number, reason: string): UnusableSource {
  return new UnusableSource(`Line ${number} of the journal export ${file} is no live event: ${reason}.`);
}
