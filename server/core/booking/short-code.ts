import type { CodeAsk, CodeKind, ShortCode } from '../../../shared/codes.ts';
import { CONSONANTS, VOWELS } from '../../../shared/short-code.ts';
import { type EpochMillis, toInstant } from '../../../shared/time.ts';

const SHAPE = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS] as const;

/** What a short word must not be or hold, in any of the four languages: it is said on air. */
const NOT_ON_AIR = [
  'NAZI',
  'PENIS',
  'FAG',
  'SAD',
  'TIT',
  'FUK',
  'KUT',
  'LUL',
  'PIK',
  'FITTE',
  'TOD',
  'DEBIL',
  'RAPE',
  'NEGER',
  'PIS',
  'KAK',
  'SUKA',
  'DOM',
  'DUM',
  'GAS',
  'LUD',
  'NIG',
];

/** One of 43,200 codes by five random bytes; null for the few that are not said on air. */
export function codeFrom(bytes: Uint8Array): string | null {
  const code = SHAPE.map((letters, at) => letters[(bytes[at] ?? 0) % letters.length]).join('');
  return NOT_ON_AIR.some((word) => code.includes(word)) ? null : code;
}

/** The one thing that a code stands for: a subject has one code at a time. */
export const subjectOf = {
  card: (stage: string) => `card ${stage}`,
  cardIn: (stage: string, scene: string) => `card ${stage} ${scene}`,
  scene: (scene: string) => `scene ${scene}`,
  offer: (service: string) => `offer ${service}`,
  moment: () => 'moment',
} as const;

/** The scene that a subject is in; null for one that is in none. Ids of stages have no blanks, names of scenes may. */
export function sceneOfSubject(subject: string): string | null {
  return /^(?:scene|card [^ ]+) (.+)$/s.exec(subject)?.[1] ?? null;
}

/** The code of a scene that has another name now, for its subject and its label; null where it is of no such scene. */
export function renamedCode<C extends { readonly kind: CodeKind; readonly subject: string; readonly label: string }>(
  code: C,
  renames: ReadonlyMap<string, string>,
): C | null {
  const from = sceneOfSubject(code.subject);
  const to = from === null ? undefined : renames.get(from);
  if (from === null || to === undefined) return null;
  const after = (text: string) => (text.endsWith(from) ? text.slice(0, -from.length) + to : text);
  return { ...code, subject: after(code.subject), label: after(code.label).slice(0, 200) };
}

interface Shown {
  readonly kind: CodeKind;
  readonly shownUntil: EpochMillis | null;
}

/** Whether a code is on the stage where its subject is. */
export function isLive({ shownUntil }: Shown, now: EpochMillis): boolean {
  return shownUntil === null || shownUntil > now;
}

/** The code that stands before the booking card's own: the moment's, else the one for the scene that is on; or null. */
export function beforeCards<C extends Shown>(
  codeFor: (subject: string) => C | undefined,
  scene: string | null,
  now: EpochMillis,
): C | null {
  const subjects = [subjectOf.moment(), ...(scene === null ? [] : [subjectOf.scene(scene)])];
  for (const subject of subjects) {
    const code = codeFor(subject);
    if (code && isLive(code, now)) return code;
  }
  return null;
}

/** When the next of these leaves the stage by the clock alone; null when none will. */
export function nextEnd(codes: Iterable<Shown>, now: EpochMillis): EpochMillis | null {
  let next: EpochMillis | null = null;
  for (const { shownUntil } of codes) {
    if (shownUntil !== null && shownUntil > now && (next === null || shownUntil < next)) next = shownUntil;
  }
  return next;
}

/** What was asked for, as it is kept. */
export function codeAsked({ kind, label, scene, service, minutes }: CodeAsk, now: EpochMillis) {
  const shownUntil = minutes === null ? null : now + minutes * 60_000;
  // The schema has seen to it that a scene's ask names a scene and an offer's an offer.
  if (kind === 'scene') return { kind, subject: subjectOf.scene(scene ?? ''), label: scene ?? '', service, shownUntil };
  const subject = kind === 'offer' ? subjectOf.offer(service ?? '') : subjectOf.moment();
  return { kind, subject, label, service, shownUntil };
}

/** A code as the creator sees it. */
export function codeForStudio(
  kept: Shown & Omit<ShortCode, 'kind' | 'createdAt' | 'shownUntil' | 'ended'> & { readonly createdAt: EpochMillis },
  now: EpochMillis,
): ShortCode {
  const { code, kind, label, service, visits, asks, booked, createdAt, shownUntil } = kept;
  return {
    code,
    kind,
    label,
    service,
    visits,
    asks,
    booked,
    createdAt: toInstant(createdAt),
    shownUntil: shownUntil === null ? null : toInstant(shownUntil),
    ended: !isLive(kept, now),
  };
}
