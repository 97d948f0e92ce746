import type { Language } from '../../../shared/local-text.ts';
import type { AlertRules } from '../../../shared/stage-design.ts';
import type { StageMoment } from '../../../shared/stage-view.ts';
import type { Alerts } from './alert.ts';
import { cameOn, NOTHING_HEARD, soundOf } from './hearing.ts';
import { playSound } from './sounds.ts';
import { hush, say, warmVoices } from './speech.ts';

export interface Hearing {
  readonly rules: AlertRules;
  /** False for a page that is not the one to be heard, and while it is muted or nothing is on air. */
  readonly isHeard: boolean;
  readonly language: Language;
  /** An alert as a voice says it; empty for one that is not said. */
  readonly spoken: (moment: StageMoment) => string;
}

let heard = NOTHING_HEARD;

/** Makes what is to be heard of a step of the queue: at most one sound, and one sentence where the rules ask for it. */
export function sound(before: Alerts, after: Alerts, { rules, isHeard, language, spoken }: Hearing): void {
  if (!isHeard || !rules.speech) hush();
  if (!isHeard) return;
  const next = soundOf(before, after, rules, heard);
  if (next) {
    heard = next.heard;
    void playSound(next.sound, rules.volume, next.heard.step);
  }
  if (!rules.speech) return;
  warmVoices();
  const [first] = cameOn(before, after);
  if (first) say(spoken(first.moment), language, rules.volume);
}
