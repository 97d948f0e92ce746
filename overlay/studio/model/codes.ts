import type { CodeAsk, CodeKind, ShortCode } from '../../../shared/codes.ts';
import { ownCode } from '../../../shared/short-code.ts';
import type { Instant } from '../../../shared/time.ts';

/** What the form for a code has in its fields. */
export interface CodeDraft {
  readonly kind: Exclude<CodeKind, 'card'>;
  readonly scene: string;
  readonly service: string;
  readonly label: string;
  readonly word: string;
  /** Empty: until it is ended. */
  readonly minutes: string;
}

export const EMPTY_DRAFT: CodeDraft = { kind: 'scene', scene: '', service: '', label: '', word: '', minutes: '' };

/** Codes of the list in one turn: nobody reads more at once. */
export const ROWS = 25;

/**
 * What the form sends, or null while something is missing. `titleOf`: what an offer's code is listed as; `moment`: what a
 * moment without words is.
 */
export function askOf(draft: CodeDraft, titleOf: (service: string) => string, moment: string): CodeAsk | null {
  const { kind, word } = draft;
  if (word.trim() !== '' && 'why' in ownCode(word)) return null;
  const scene = draft.scene.trim();
  const service = draft.service === '' ? null : draft.service;
  if ((kind === 'scene' && scene === '') || (kind === 'offer' && service === null)) return null;
  const label = kind === 'offer' && service !== null ? titleOf(service) : draft.label.trim() || moment;
  return {
    kind,
    scene: kind === 'scene' ? scene : null,
    service,
    label: kind === 'scene' ? '' : label.slice(0, 120),
    word: word.trim() === '' ? null : word,
    minutes: draft.minutes === '' ? null : Number(draft.minutes),
  };
}

/** The codes to list: in use or ended, with `wanted` in code or name; the newest first, as they came. */
export function codesToList(codes: ReadonlyArray<ShortCode>, ended: boolean, wanted: string): ShortCode[] {
  const part = wanted.trim().toLocaleLowerCase();
  return codes.filter(
    (one) => one.ended === ended && (part === '' || `${one.code}\n${one.label}`.toLocaleLowerCase().includes(part)),
  );
}

/** By the page's clock: a code whose time is over is ended, whenever the list was read. */
export function asOf(codes: ReadonlyArray<ShortCode>, now: Instant): ShortCode[] {
  const at = Date.parse(now);
  return codes.map((one) => ({
    ...one,
    ended: one.ended || (one.shownUntil !== null && Date.parse(one.shownUntil) <= at),
  }));
}

/** "K, A, M, O, R": as it is spelled. */
export function spelled(code: string): string {
  return [...code].join(', ');
}

/** The label where the word of its kind stands before it: a moment without words is called "Moment 21:47", which says it too. */
export function labelBeside(kind: string, label: string): string {
  return label.startsWith(`${kind} `) ? label.slice(kind.length + 1) : label;
}
