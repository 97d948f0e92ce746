import { expect, test } from 'vitest';
import { askedWords } from '../../../overlay/studio/model/act-words.ts';
import { ruleWords } from '../../../overlay/studio/model/rule-words.ts';
import { words } from '../../../overlay/studio/model/words.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';
import type { SceneAct } from '../../../shared/scenes.ts';

const act = (more: Partial<SceneAct>): SceneAct => ({
  ...{ at: '2026-11-26T20:00:00Z', what: 'switched', scene: 'Party', why: 'rule-fired', rule: 'r', by: null },
  ...{ step: null, ruleName: 'Big gift', byName: null, ...more },
});

test('[SU418] what came of a rule that is tried out is said: what was done, what was not and why, what comes later', async () => {
  await Promise.all([words.speak('en'), ruleWords.speak('en')]);
  const preview = act({ what: 'left-alone', why: 'preview-in-use' });
  const record = act({ what: 'step-failed', why: 'not-allowed', scene: null, step: 'output' });
  const lost = act({ what: 'left-alone', why: 'higher-rule-on', byName: 'In session' });
  const cases: [acts: SceneAct[], goesOn: boolean, said: string][] = [
    [[act({})], false, 'Showed Party'],
    [[], false, 'Done'],
    [[], true, 'the rest comes later'],
    [[preview], false, 'Left the scene alone, wanted Party · You are using the preview'],
    [[lost], false, 'Left the scene alone, wanted Party · A rule that goes first has the scene: In session'],
    [
      [record, act({})],
      true,
      'A step was not done: Stream or recording · You have not allowed rules to start or stop this; Showed Party; the rest comes later',
    ],
  ];
  for (const [acts, goesOn, said] of cases) expect(askedWords({ acts, goesOn })).toBe(said);
  for (const language of LANGUAGES) {
    await Promise.all([words.speak(language), ruleWords.speak(language)]);
    expect(askedWords({ acts: [preview], goesOn: true }), language).toMatch(/Party.* · .+; .+/);
  }
});
