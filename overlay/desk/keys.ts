import { ACT_RIGHTS, type Right } from '../../shared/rights.ts';
import type { AlertButton } from '../parts/show-control.ts';

/** What a key does at the desk. */
export type KeyAct =
  | 'next'
  | 'previous'
  | 'claim'
  | 'take-over'
  | 'reply'
  | 'note'
  | 'accept'
  | 'decline'
  | 'offer'
  | 'snooze'
  | 'label'
  | 'block'
  | 'on-air'
  | 'merge'
  | 'mark'
  | 'suspects'
  | 'mark-next'
  | 'mark-previous'
  | 'undo'
  | 'palette'
  | 'paste'
  | 'search'
  | 'filter'
  | 'scenes-resume'
  | AlertButton
  | 'help'
  | 'leave';

/** The key of each act, as it stands in tooltips and in the list of keys. */
export const KEYS = {
  next: 'J',
  previous: 'K',
  claim: 'C',
  'take-over': 'T',
  reply: 'R',
  note: 'I',
  accept: 'A',
  decline: 'D',
  offer: 'O',
  snooze: 'Z',
  label: 'L',
  block: 'B',
  'on-air': 'Q',
  merge: 'E',
  mark: 'V',
  suspects: 'G',
  'mark-next': 'Shift+J',
  'mark-previous': 'Shift+K',
  undo: 'U',
  palette: 'Ctrl+K',
  paste: 'N',
  search: '/',
  filter: 'F',
  'scenes-resume': 'W',
  pause: 'P',
  skip: 'S',
  replay: 'Y',
  clear: 'X',
  mute: 'M',
  help: '?',
  leave: 'Esc',
} as const satisfies Record<KeyAct, string>;

/** The right that the act of a key needs; null for one that anybody at the desk may do. */
export function rightOfKey(act: KeyAct): Right | null {
  switch (act) {
    case 'pause':
    case 'skip':
    case 'replay':
    case 'clear':
    case 'mute':
      return 'control-stage';
    case 'paste':
    case 'label':
      return 'reply';
    case 'scenes-resume':
      return 'control-scenes';
    case 'suspects':
      return ACT_RIGHTS['spam'] ?? null;
    default:
      return ACT_RIGHTS[act] ?? null;
  }
}

const BY_KEY: Readonly<Record<string, KeyAct>> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  c: 'claim',
  t: 'take-over',
  r: 'reply',
  i: 'note',
  a: 'accept',
  d: 'decline',
  o: 'offer',
  z: 'snooze',
  l: 'label',
  b: 'block',
  q: 'on-air',
  e: 'merge',
  v: 'mark',
  g: 'suspects',
  u: 'undo',
  n: 'paste',
  '/': 'search',
  f: 'filter',
  w: 'scenes-resume',
  p: 'pause',
  s: 'skip',
  y: 'replay',
  x: 'clear',
  m: 'mute',
  '?': 'help',
  escape: 'leave',
};

/** With Shift a move through the list marks what it goes over. */
const MARKS_ON: Readonly<Partial<Record<KeyAct, KeyAct>>> = { next: 'mark-next', previous: 'mark-previous' };
const HELD_DOWN: ReadonlyArray<KeyAct> = ['next', 'previous', 'mark-next', 'mark-previous'];

interface Pressed {
  readonly key: string;
  /** The key's place on the keyboard. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey?: boolean;
  readonly repeat: boolean;
}

/** The digit of Alt with a digit, by the place of the key: with Alt many layouts write another sign. Null for any other. */
export function macroKeyOf({ code = '', ctrlKey, metaKey, altKey, repeat }: Pressed): number | null {
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  return digit && altKey && !ctrlKey && !metaKey && !repeat ? Number(digit) : null;
}

/** Ctrl+K, or Command+K on a Mac: works wherever the focus is. */
function isPaletteKey({ key, ctrlKey, metaKey, altKey, repeat }: Pressed): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !repeat;
}

/**
 * The act of a key press, or null. While somebody types in a field only Escape means anything; a chord belongs to the
 * browser, but for that of the palette; a key held down moves through the list and does nothing else, so that no second request is accepted by it.
 */
export function actOfKey(pressed: Pressed, inField: boolean): KeyAct | null {
  if (isPaletteKey(pressed)) return 'palette';
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const name = pressed.key.toLowerCase();
  const plain = Object.hasOwn(BY_KEY, name) ? (BY_KEY[name] ?? null) : null;
  const act = (pressed.shiftKey && plain && MARKS_ON[plain]) || plain;
  if (inField && act !== 'leave') return null;
  if (pressed.repeat && !(act && HELD_DOWN.includes(act))) return null;
  return act;
}
