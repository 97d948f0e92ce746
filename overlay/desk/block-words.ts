import type { KnownBy } from '../../shared/blocks.ts';
import { say, tongue } from './words.ts';

/** What a block would close to a viewer who is known by these, and what it cannot: whoever reads more into it is not on guard. */
export function blockWords(known: ReadonlyArray<KnownBy>): string {
  const doors = (['thread', ...known] as const).map((one) => say(`block.doors.${one}`));
  const list = new Intl.ListFormat(tongue(), { type: 'conjunction' }).format(doors);
  return `${say('block.closes', { doors: list })} ${say(`block.unless.${recognised(known)}`)}`;
}

/** By what the booking page knows them again. */
function recognised(known: ReadonlyArray<KnownBy>): 'browser' | 'mail' | 'nothing' {
  if (known.includes('browser')) return 'browser';
  return known.includes('mail') ? 'mail' : 'nothing';
}
