import type { desk } from '../../shared/locales/en/desk.ts';
import type { RuleAsked } from '../../shared/scenes.ts';
import { keptBack } from '../parts/asked.ts';
import { say } from './words.ts';

const WORDS: Readonly<Record<string, keyof (typeof desk)['scenes']['kept']>> = {
  fenced: 'fenced',
  'scene-missing': 'missing',
  'scene-replaced': 'replaced',
  'preview-in-use': 'preview',
  'studio-mode-skip': 'skip',
  'no-studio-mode': 'noStudio',
  'least-time': 'taken',
  'higher-rule-on': 'taken',
  'all-resting': 'rests',
  'cooling-down': 'rests',
  'queued-already': 'later',
  'obs-not-connected': 'noObs',
  'not-allowed': 'notAllowed',
};

/** What is to be said to who pressed the button of that name; null where it did what it says. */
export function pressAnswer(name: string, asked: RuleAsked, isConnected: boolean): string | null {
  const kept = keptBack(asked);
  if (kept) {
    const word = WORDS[kept.why] ?? 'other';
    const isNamed = word !== 'taken' || kept.byName !== null;
    return say(`scenes.kept.${isNamed ? word : 'other'}`, { name, scene: kept.scene ?? '', by: kept.byName ?? '' });
  }
  if (asked.acts.some(({ what }) => what === 'queued' || what === 'comes-later'))
    return say('scenes.kept.later', { name });
  return asked.acts.length === 0 && asked.goesOn && !isConnected ? say('scenes.kept.noObs', { name }) : null;
}
