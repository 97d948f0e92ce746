import type { SceneCondition } from '../../../shared/scene-conditions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { MOST_RULES } from './rule-draft.ts';
import { FIRST_ACTIONS } from './rule-fields.ts';

/** Rules that most shows want, ready but for what only the streamer knows. */
export const STARTERS = ['session', 'paidSession', 'thanks', 'feed'] as const;
export type Starter = (typeof STARTERS)[number];

interface Begun extends Partial<Pick<SceneRule, 'priority' | 'crossesFences'>> {
  readonly when: SceneCondition;
  /** How a fitting scene may be called, in the languages of the studio. */
  readonly scene: RegExp;
  /** Its scene stays while that is so, else for the time that a rule begins with. */
  readonly isWhile: boolean;
}

// A private scene is fenced against all but its own rule, and no gift takes a session that somebody has booked.
const DURING = {
  scene: named(
    ...['sessions?', 'sessies?', 'booked', 'bookings?', 'boeking(en)?', 'gebucht', 'termine?', 'appointments?'],
    ...['afspraa?k(en)?', 'avtaler?', 'coaching', 'private?', 'privé'],
  ),
  ...{ isWhile: true, priority: 50, crossesFences: true },
};

const BEGUN: Readonly<Record<Starter, Begun>> = {
  session: { when: { type: 'serving', on: true, paid: false }, ...DURING },
  paidSession: { when: { type: 'serving', on: true, paid: true }, ...DURING },
  thanks: {
    when: { type: 'booking', state: 'accepted' },
    scene: named('thanks?', 'danke?', 'bedankt', 'takk', 'celebrat(e|ion)', 'party', 'feier', 'fee?st', 'wow'),
    isWhile: false,
  },
  feed: {
    when: { type: 'feed-gap', on: true },
    scene: named('brb', 'right back', 'paus[ae]', 'pausen(bild|szene)', 'pauze', 'break'),
    isWhile: true,
  },
};

/** One of the words, whole: a terminal is no Termin, and breakfast no break. */
function named(...words: string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu');
}

/** The rule to begin with; its scene is left to choose where none is called alike. */
export function startedRule(
  starter: Starter,
  { id, name }: Pick<SceneRule, 'id' | 'name'>,
  scenes: ReadonlyArray<string>,
): SceneRule {
  const { when, scene, isWhile, priority = 0, crossesFences = false } = BEGUN[starter];
  const show = FIRST_ACTIONS['show-scene'];
  const hold = isWhile && show.hold ? { ...show.hold, seconds: 1, whileTrue: true } : show.hold;
  return {
    ...{ id, name, enabled: true, priority, repeats: false, studioMode: 'stage', crossesFences },
    when: [{ match: 'all', conditions: [when] }],
    actions: [{ ...show, scene: scenes.find((each) => scene.test(each)) ?? '', hold }],
    cooldown: { seconds: 0, meanwhile: 'drop' },
  };
}

/** A button at the desk for each scene that none of the rules has one for, as many as may be kept; none stops at a fence. */
export function sceneButtons(
  rules: ReadonlyArray<SceneRule>,
  scenes: ReadonlyArray<string>,
  fences: ReadonlyArray<string>,
  newId: () => string,
): SceneRule[] {
  const isFor = (scene: string) => (rule: SceneRule) =>
    rule.when.some(({ conditions }) => conditions.some(({ type }) => type === 'button')) &&
    rule.actions.some((one) => one.type === 'show-scene' && one.scene === scene);
  return scenes
    .filter((scene) => !fences.includes(scene) && !rules.some(isFor(scene)))
    .slice(0, MOST_RULES - rules.length)
    .map((scene) => ({
      ...{ id: newId(), name: scene.slice(0, 120), enabled: true, priority: 0, repeats: false },
      ...{ studioMode: 'stage', crossesFences: false },
      when: [{ match: 'all', conditions: [{ type: 'button' }] }],
      actions: [{ type: 'show-scene', scene, hold: null }],
      cooldown: { seconds: 0, meanwhile: 'drop' },
    }));
}
