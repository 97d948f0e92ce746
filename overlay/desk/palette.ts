import { signal } from '@preact/signals';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { plain } from './queue.ts';

/** Whether the command palette is open. */
export const paletteShown = signal(false);

/** One line of the palette. `key` is the key that does the same without it. */
export interface Command {
  readonly id: string;
  readonly kind: 'act' | 'request' | 'reply';
  readonly name: string;
  /** What tells two of one name apart. */
  readonly about: string;
  readonly key?: string;
  /** Other words that it is looked for by. */
  readonly also?: string;
  readonly run: () => void;
}

const MOST_SHOWN = 12;

/** Those that hold each word of the search, names that begin with it first; acts before requests before replies. */
export function foundCommands(commands: ReadonlyArray<Command>, search: string): Command[] {
  const wanted = plain(search).trim();
  const words = wanted.split(/\s+/).filter(Boolean);
  const matching = commands.filter(({ name, about, also = '' }) => {
    const whole = plain(`${name} ${about} ${also}`);
    return words.every((word) => whole.includes(word));
  });
  const begins = (command: Command) => wanted !== '' && plain(command.name).startsWith(wanted);
  return [...matching.filter(begins), ...matching.filter((each) => !begins(each))].slice(0, MOST_SHOWN);
}

/** What of a request stands beside its name. */
export function aboutRequest(request: Pick<DeskRequest, 'state'>, state: string, service: string): string {
  return request.state === 'new' ? service : `${service} · ${state}`;
}
