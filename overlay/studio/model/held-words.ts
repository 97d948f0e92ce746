import type { SceneHeld } from '../../../shared/scenes.ts';
import { nearSecond } from '../../parts/time-words.ts';
import { now } from './state.ts';
import { say, tongue } from './words.ts';

/** Which rule has the scene, how long, and what comes after it. */
export function heldText({ rule, ruleName, scene, returnTo, whileTrue, until }: SceneHeld): string {
  const time = until === null ? '' : nearSecond(until, now.value, undefined, tongue());
  const values = { rule: ruleName ?? rule, scene, time, back: returnTo ?? '' };
  if (returnTo === null) return say('scenes.heldStays', values);
  if (!whileTrue) return say('scenes.heldUntil', values);
  return say(until === null ? 'scenes.heldWhile' : 'scenes.heldWhileMost', values);
}
