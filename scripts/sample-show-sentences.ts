/** One invented person of the script. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly roles: ReadonlyArray<string>;
}

/** What a sentence of the script needs beside itself. */
export interface Stage {
  person(nick: string): Person;
  /** The room's running total of likes after this many more. */
  likesAfter(count: number): number;
  /** Id of the last event that this person caused. */
  lastOf(nick: string): string;
}

/** What happens, `after` that many milliseconds: an event without id, source and time, or a change of the feed. */
export type Happening =
  | { readonly after: number; readonly by?: string; readonly event: Record<string, unknown> }
  | { readonly after: number; readonly feed: 'down' | 'up' };

type Words = Readonly<Record<string, string | undefined>>;
type Sentence = readonly [RegExp, (words: Words, stage: Stage) => Happening[]];

const MILLIS_BETWEEN_TAPS = 1400;
/** TikTok names the end of a row of taps some seconds after its last one. */
const MILLIS_TO_STREAK_END = 3000;

/** Every sentence that the script may use. The first that fits is taken. */
const SENTENCES: ReadonlyArray<Sentence> = [
  [/^the live (?<verb>starts|pauses|resumes|ends)$/, ({ verb = '' }) => [{ after: 0, event: session(verb) }]],
  [/^the feed drops$/, () => [{ after: 0, feed: 'down' }]],
  [/^the feed is back$/, () => [{ after: 0, feed: 'up' }]],
  [/^the last message of (?<nick>\w+) is deleted and \w+ is blocked$/, deletion],
  [
    /^(?<nick>\w+) (?<verb>joins|follows|shares)$/,
    ({ nick, verb = '' }, stage) => by(nick, stage, { type: verb.slice(0, -1) }),
  ],
  [
    /^(?<nick>\w+) says \((?<language>\w+)\): (?<text>.+)$/,
    ({ nick, language, text }, stage) => by(nick, stage, { type: 'chat', chat: { text, language } }),
  ],
  [/^(?<nick>\w+) sends emotes only$/, ({ nick }, stage) => by(nick, stage, { type: 'chat', chat: { text: '' } })],
  [
    /^(?<nick>\w+) likes (?<count>\d+)$/,
    ({ nick, count }, stage) =>
      by(nick, stage, { type: 'like', like: { count: Number(count), total: stage.likesAfter(Number(count)) } }),
  ],
  [
    /^(?<nick>\w+) asks: (?<text>.+)$/,
    ({ nick, text }, stage) => by(nick, stage, { type: 'question', question: { text } }),
  ],
  [
    /^(?<nick>\w+) writes privately: (?<text>.+)$/,
    ({ nick, text }, stage) =>
      by(nick, stage, { type: 'message', message: { conversationId: `private-${nick}`, text } }),
  ],
  [
    /^(?<nick>\w+) subscribes for (?<months>\d+) months?(?: as (?<tier>.+))?$/,
    ({ nick, months, tier }, stage) =>
      by(nick, stage, { type: 'subscribe', subscribe: { months: Number(months), tier } }),
  ],
  [
    /^(?<nick>\w+) tips (?<amount>[\d.]+) (?<currency>[A-Z]{3}): (?<message>.+)$/,
    ({ nick, message, ...money }, stage) => by(nick, stage, { type: 'tip', tip: { amount: price(money), message } }),
  ],
  [
    /^(?<nick>\w+) orders (?<quantity>\d+) (?<title>.+) \((?<productId>[\w-]+)\) at (?<amount>[\d.]+) (?<currency>[A-Z]{3})(?: with code (?<code>\w+))?$/,
    ({ nick, quantity, title, productId, code, ...money }, stage) =>
      by(nick, stage, {
        type: 'order',
        order: { items: [{ productId, title, quantity: Number(quantity), price: price(money) }], code },
      }),
  ],
  [
    /^(?<nick>\w+) gives (?<name>.+) \((?<gift>\d+), (?<diamonds>\d+) diamonds?\)$/,
    ({ nick, name, gift, diamonds }, stage) =>
      by(nick, stage, { type: 'gift', gift: { id: gift, name, diamonds: Number(diamonds), count: 1 } }),
  ],
  [
    /^(?<nick>\w+) taps (?<name>.+) \((?<gift>\d+), (?<diamonds>\d+) diamonds?\): (?<taps>[\d ]+?)(?<end> end)?$/,
    streak,
  ],
];

/** What the sentence says. Throws with the sentence when no form fits it. */
export function understand(sentence: string, stage: Stage): Happening[] {
  for (const [form, tell] of SENTENCES) {
    const found = form.exec(sentence);
    if (found) return tell({ ...found.groups }, stage);
  }
  throw new Error(`The sample show says "${sentence}", which no form of sentence fits`);
}

function by(nick: string | undefined, stage: Stage, event: Record<string, unknown>): Happening[] {
  return [{ after: 0, by: nick ?? '', event: { ...event, user: userOf(stage.person(nick ?? '')) } }];
}

export function userOf({ id, handle, name, roles }: Person): Record<string, unknown> {
  return { id, handle, name, ...(roles.length > 0 ? { roles } : {}) };
}

function session(verb: string): Record<string, unknown> {
  const state = { starts: 'started', pauses: 'paused', resumes: 'resumed', ends: 'ended' }[verb];
  return { type: 'session', session: { state } };
}

function deletion({ nick = '' }: Words, stage: Stage): Happening[] {
  const moderation = { deletedIds: [stage.lastOf(nick)], blockedUserIds: [stage.person(nick).id] };
  return [{ after: 0, event: { type: 'moderation', moderation } }];
}

function price({ amount, currency }: Words): Record<string, unknown> {
  return { minor: Math.round(Number(amount) * 100), currency };
}

/** One message per tap, each with the running total as the script gives it, jumps and disorder included. */
function streak({ nick, name, gift, diamonds, taps = '', end }: Words, stage: Stage): Happening[] {
  const totals = taps.trim().split(/\s+/).map(Number);
  const told = totals.map((count, tap) => ({ count, after: tap * MILLIS_BETWEEN_TAPS, ended: false }));
  const last = told.at(-1)?.after ?? 0;
  if (end) told.push({ count: Math.max(...totals), after: last + MILLIS_TO_STREAK_END, ended: true });
  return told.flatMap(({ count, after, ended }) =>
    by(nick, stage, {
      type: 'gift',
      gift: {
        id: gift,
        name,
        diamonds: Number(diamonds),
        count,
        streak: { id: `${nick}-${gift}-${totals.join('-')}`, ended },
      },
    }).map((happening) => ({ ...happening, after })),
  );
}
