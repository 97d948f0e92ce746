import { expect, test } from 'vitest';
import { pressAnswer } from '../../../overlay/desk/scene-answer.ts';
import { words } from '../../../overlay/desk/words.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';
import type { RuleAsked, SceneAct } from '../../../shared/scenes.ts';

const act = (more: Partial<SceneAct>): SceneAct => ({
  ...{ at: '2026-11-26T20:00:00Z', what: 'left-alone', scene: 'Booking', why: 'fenced', rule: 'r', by: null },
  ...{ step: null, ruleName: 'To Booking', byName: null, ...more },
});
const asked = (...acts: Partial<SceneAct>[]): RuleAsked => ({ acts: acts.map(act), goesOn: false });
const answer = (of: RuleAsked, isConnected = true) => pressAnswer('To Booking', of, isConnected);

test('[DP360] each reason that keeps a pressed button back has its words, in every language', async () => {
  for (const language of LANGUAGES) {
    await words.speak(language);
    const said = [
      ...['fenced', 'scene-missing', 'scene-replaced', 'preview-in-use', 'studio-mode-skip', 'no-studio-mode'],
      ...['all-resting', 'queued-already', 'obs-not-connected', 'not-allowed', 'obs-refused'],
    ].map((why) => answer(asked({ why })));
    for (const one of said) expect(one, language).toContain('To Booking');
    expect(new Set(said).size, language).toBe(said.length);
    expect(answer(asked({ why: 'higher-rule-on', byName: 'Big gift' })), language).toContain('Big gift');
  }
});

test('[DP360] a button that did what it says has no answer, one that is put off or waits for OBS has one', async () => {
  await words.speak('en');
  expect(answer(asked({ what: 'switched', why: 'rule-fired' }))).toBeNull();
  expect(answer(asked({ why: 'already-on' }))).toBeNull();
  expect(answer(asked())).toBeNull();
  expect(answer({ acts: [], goesOn: true })).toBeNull();
  expect(answer({ acts: [], goesOn: true }, false)).toContain('OBS is not connected');
  expect(answer(asked({ what: 'queued', why: 'cooling-down' }))).toContain('a little later');
  // A step that failed goes before the scene that was shown.
  const half = asked({ what: 'switched', why: 'rule-fired' }, { what: 'step-failed', why: 'not-allowed', scene: null });
  expect(answer(half)).toContain('not done whole');
});
