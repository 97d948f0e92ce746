import type { SceneCondition } from '../../../shared/scene-conditions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { keywordOf } from './chat-match.ts';
import { isMoment, textOf } from './conditions.ts';
import type { Happening, World } from './world.ts';

/** A rule with its rank among all: the lower number wins. */
export interface RankedRule {
  readonly rule: SceneRule;
  readonly rank: number;
}

/** What a state condition hangs on, by the part of the world. `clock`: true or false by time alone. */
type Topic = keyof World | 'scene' | 'clock';

/** Rules by threshold, the lowest first: whoever reaches N looks at those up to N alone. */
type ByThreshold = ReadonlyArray<{ readonly least: number; readonly ranked: RankedRule }>;

/** Rules by what makes them fire, so that a fact costs only the rules that name it. */
export interface RuleIndex {
  readonly byId: ReadonlyMap<string, RankedRule>;
  readonly gifts: ByThreshold;
  readonly milestones: { readonly likes: ByThreshold; readonly viewers: ByThreshold };
  /** Chat keywords by their first word, and globs, which need a look at each. */
  readonly words: ReadonlyMap<string, ReadonlyArray<RankedRule>>;
  readonly globs: ReadonlyArray<RankedRule>;
  readonly moments: ReadonlyMap<Happening['type'], ReadonlyArray<RankedRule>>;
  readonly states: ReadonlyMap<Topic, ReadonlyArray<RankedRule>>;
}

/** The order of those that want the scene at once: priority, then the bigger gift, then age (the place in the list). */
export function ranked(rules: ReadonlyArray<SceneRule>): RankedRule[] {
  return rules
    .toSorted((one, other) => other.priority - one.priority || worthOf(other) - worthOf(one))
    .map((rule, rank) => ({ rule, rank }));
}

/** Rules that are off are in `byId` only. */
export function indexRules(rules: ReadonlyArray<SceneRule>): RuleIndex {
  const all = ranked(rules);
  const on = all.filter(({ rule }) => rule.enabled);
  const asked = on.flatMap((one) => askedBy(one.rule).map((condition) => ({ one, condition })));
  const threshold = (pick: (condition: SceneCondition) => number | null): ByThreshold =>
    asked
      .flatMap(({ one, condition }) => {
        const least = pick(condition);
        return least === null ? [] : [{ least, ranked: one }];
      })
      .toSorted((a, b) => a.least - b.least);
  const milestone = (of: 'likes' | 'viewers') =>
    threshold((condition) => (condition.type === 'milestone' && condition.of === of ? condition.at : null));
  const chats = asked.flatMap(({ one, condition }) => (condition.type === 'chat' ? [{ one, condition }] : []));
  const moments = asked.filter(({ condition }) => isMoment(condition) && !['gift', 'chat'].includes(condition.type));
  const states = [
    ...asked.flatMap(({ one, condition }) => topicsOf(condition).map((topic) => ({ one, topic }))),
    ...on.filter(({ rule }) => rule.repeats).map((one) => ({ one, topic: 'clock' as const })),
  ];
  return {
    byId: new Map(all.map((one) => [one.rule.id, one])),
    gifts: threshold((condition) => (condition.type === 'gift' ? condition.diamonds : null)),
    milestones: { likes: milestone('likes'), viewers: milestone('viewers') },
    words: grouped(
      chats.filter(({ condition }) => condition.match === 'words'),
      ({ condition }) => keywordOf(condition.text)[0] ?? '',
    ),
    globs: unique(chats.filter(({ condition }) => condition.match === 'glob').map(({ one }) => one)),
    moments: grouped(moments, ({ condition }) => condition.type as Happening['type']),
    states: grouped(states, ({ topic }) => topic),
  };
}

/** Where rules stand that have the id of one before them. */
export function idsInUse(rules: ReadonlyArray<SceneRule>): { path: string; message: string }[] {
  const first = new Map<string, number>();
  for (const [at, { id }] of rules.entries()) if (!first.has(id)) first.set(id, at);
  return rules.flatMap(({ id }, at) =>
    first.get(id) === at ? [] : [{ path: `${at}.id`, message: 'is used by another rule' }],
  );
}

/** The rules that a happening may fire, in rank. */
export function awaiting(index: RuleIndex, happening: Happening): ReadonlyArray<RankedRule> {
  if (happening.type === 'gift') return unique(upTo(index.gifts, happening.value));
  if (happening.type === 'button') {
    const pressed = index.byId.get(happening.rule);
    return pressed && index.moments.get('button')?.includes(pressed) ? [pressed] : [];
  }
  if (happening.type !== 'chat') return index.moments.get(happening.type) ?? [];
  const named = textOf(happening).words.flatMap((word) =>
    [...new Set(word)].flatMap((form) => index.words.get(form) ?? []),
  );
  return named.length === 0 ? index.globs : unique([...named, ...index.globs]);
}

/** The rules whose truth may change with the parts of the world that did, in rank. */
export function affected(index: RuleIndex, before: World, after: World): ReadonlyArray<RankedRule> {
  const found: RankedRule[] = [];
  for (const part of ['likes', 'viewers'] as const) {
    const [low, high] = [before[part] ?? 0, after[part] ?? 0].toSorted((a, b) => a - b);
    if (low !== high) found.push(...upTo(index.milestones[part], high ?? 0, low));
  }
  for (const topic of ['waiting', 'serving', 'servingPaid', 'gap', 'live', 'streaming', 'recording'] as const) {
    if (before[topic] !== after[topic]) found.push(...(index.states.get(topic) ?? []));
  }
  return unique(found);
}

export function ofTopic(index: RuleIndex, topic: Topic): ReadonlyArray<RankedRule> {
  return index.states.get(topic) ?? [];
}

/** Whether any rule looks at the clock, so that it has to be told. */
export function watchesClock(index: RuleIndex): boolean {
  return index.states.has('clock');
}

/** How big a gift the rule waits for; 0 where it waits for none. */
function worthOf(rule: SceneRule): number {
  return Math.max(0, ...askedBy(rule).map((one) => (one.type === 'gift' ? one.diamonds : 0)));
}

/** Conditions by which the rule can fire: all states, and the moments that it waits for. */
function askedBy(rule: SceneRule): SceneCondition[] {
  return rule.when.flatMap(({ match, conditions }) =>
    conditions.filter((condition) => match !== 'none' || !isMoment(condition)),
  );
}

/** The part of the world that the condition is on; null: a moment, the scene, or the clock's. */
export function partOf(condition: SceneCondition): keyof World | null {
  switch (condition.type) {
    case 'milestone':
      return condition.of;
    case 'queue':
      return 'waiting';
    case 'serving':
      return condition.paid ? 'servingPaid' : 'serving';
    case 'feed-gap':
      return 'gap';
    case 'live':
      return 'live';
    case 'output':
      return condition.of === 'stream' ? 'streaming' : 'recording';
    default:
      return null;
  }
}

const CLOCKED: ReadonlySet<SceneCondition['type']> = new Set(['booking-soon', 'idle', 'time']);

function topicsOf(condition: SceneCondition): Topic[] {
  if (condition.type === 'scene') return ['scene'];
  if (CLOCKED.has(condition.type)) return ['clock'];
  const part = partOf(condition);
  return part === null ? [] : [part];
}

/** Those with a threshold above `over` and up to `reached`. */
function upTo(list: ByThreshold, reached: number, over = -1): RankedRule[] {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle]?.least ?? 0) <= reached) from = middle + 1;
    else to = middle;
  }
  let first = from;
  while (first > 0 && (list[first - 1]?.least ?? 0) > over) first--;
  return list.slice(first, from).map(({ ranked: one }) => one);
}

function unique(list: ReadonlyArray<RankedRule>): RankedRule[] {
  return [...new Set(list)].sort((one, other) => one.rank - other.rank);
}

function grouped<K, T extends { readonly one: RankedRule }>(
  list: ReadonlyArray<T>,
  keyOf: (item: T) => K,
): Map<K, RankedRule[]> {
  return new Map(Array.from(Map.groupBy(list, keyOf), ([key, items]) => [key, unique(items.map(({ one }) => one))]));
}
