import { beforeAll, expect, test } from 'vitest';
import { ruleSentence } from '../../../overlay/studio/model/rule-sentence.ts';
import { ruleWords } from '../../../overlay/studio/model/rule-words.ts';
import { words } from '../../../overlay/studio/model/words.ts';
import { LANGUAGES, type Language } from '../../../shared/local-text.ts';
import { SceneRule } from '../../../shared/scene-rules.ts';

const all = (...conditions: object[]) => ({ match: 'all', conditions });
const any = (...conditions: object[]) => ({ match: 'any', conditions });
const none = (...conditions: object[]) => ({ match: 'none', conditions });
const GIFT = { type: 'gift', diamonds: 100 };
const FOLLOW = { type: 'follow' };
const SERVING = { type: 'serving', on: true };
const hold = (seconds: number, more: object = {}) => ({ seconds, ...more });
const shows = (scene: string, how: object | null) => ({ type: 'show-scene', scene, hold: how });
const wait = (seconds: number) => ({ type: 'wait', seconds });
const HIDE = { type: 'source', scene: 'Main', source: 'bg-main', visible: false };

const ruleOf = (when: object[], actions: object[], more: object = {}) =>
  SceneRule.parse({ id: 'r', name: 'r', when, actions, ...more });
const said = (rule: SceneRule) => ruleSentence(rule, (id) => `rule ${id}`);
/** With plain spaces, which are read more easily here. */
const sentence = (rule: SceneRule) => said(rule).replaceAll('\u00a0', ' ');
const when = (...groups: object[]) => sentence(ruleOf(groups, [shows('BRB', null)]));
const then = (...actions: object[]) => sentence(ruleOf([all(FOLLOW)], actions));

const speak = (language: Language) => Promise.all([ruleWords.speak(language), words.speak(language)]);
beforeAll(() => speak('en'));

test('[SU400] an "or" that stands beside an "and" is set in brackets, and what must not hold is one "unless"', () => {
  expect(when(any(GIFT, FOLLOW))).toBe('When a gift or streak reaches 100 diamonds or somebody follows: show BRB.');
  expect(when(any(GIFT, FOLLOW), all(SERVING))).toBe(
    'When any of this holds (a gift or streak reaches 100 diamonds or somebody follows) and a booked session is running: show BRB.',
  );
  expect(when(any(FOLLOW), all(SERVING))).toBe('When somebody follows and a booked session is running: show BRB.');
  expect(when(all(FOLLOW), none(SERVING), none({ type: 'scene', scene: 'Main' }))).toBe(
    'When somebody follows, unless a booked session is running or Main is on air: show BRB.',
  );
  expect(when(none(SERVING))).toBe('When it is not so that a booked session is running: show BRB.');
});

test('[SU401] a return stands with its own step, and what follows it says how long after the scene came on it is done', () => {
  const head = 'When somebody follows: ';
  const record = { type: 'output', of: 'record', on: true };
  const cases: [said: string, actions: object[]][] = [
    ['show A for 8 s, then return', [shows('A', hold(8))]],
    [
      'show A for 8 s, then return; 5 s after the scene came on: start the recording',
      [shows('A', hold(8)), wait(5), record],
    ],
    [
      'show A for 5 s, then return; as the scene comes on: start the recording; 5 s after the scene came on: hide the source bg-main in Main',
      [shows('A', hold(5)), record, wait(3), wait(2), HIDE],
    ],
    ['wait 2 s, show A for 5 s, then return; 3 s after the scene came on: …', [wait(2), shows('A', hold(5)), wait(3)]],
    // A scene that is shown while the one before holds takes its place, and goes back to what was before both.
    ['show A for 5 s, show B', [shows('A', hold(5)), shows('B', null)]],
    ['show A for 5 s, wait 1 s, show B for 3 s, then return', [shows('A', hold(5)), wait(1), shows('B', hold(3))]],
    [
      'show A for 5 s, then return; 9 s after the scene came on: show B, wait 4 s, start the recording',
      [shows('A', hold(5)), wait(9), shows('B', null), wait(4), record],
    ],
    ['show A, wait 5 s, start the recording', [shows('A', null), wait(5), record]],
  ];
  for (const [words, actions] of cases) expect(then(...actions)).toBe(`${head}${words}.`);
});

test('[SU413] a scene that stays while a state holds is said so, with its bounds and its return', () => {
  const during = (more: object = {}) => hold(1, { whileTrue: true, ...more });
  const serving = (...actions: object[]) => sentence(ruleOf([all(SERVING)], actions));
  const head = 'When a booked session is running: show Booking while that is so';
  expect(serving(shows('Booking', during()), wait(2), HIDE)).toBe(
    `${head}, then return; 2 s after the scene came on: hide the source bg-main in Main.`,
  );
  expect(serving(shows('Booking', during({ seconds: 20, mostSeconds: 3600 })))).toBe(
    `${head} (at least 20 s, at most 3,600 s), then return.`,
  );
});

test('[SU402] the sentence leaves out nothing that differs from how a rule begins', () => {
  expect(then(shows('A', hold(8, { leastSeconds: 3, mostSeconds: 60 })))).toMatch(
    /show A for 8 s \(at least 3 s, at most 60 s\), then return\.$/,
  );
  expect(then(shows('A', hold(8, { returns: false })))).toMatch(/show A, hold it for 8 s and leave it on\.$/);
  expect(then({ type: 'transition', transition: 'Fade', milliseconds: 1500 })).toMatch(
    /transition Fade of 1,500 ms\.$/,
  );
  expect(then({ type: 'chapter', name: 'Song' })).toMatch(/mark the chapter "Song" in the recording\.$/);
  expect(then({ type: 'filter', source: 'Cam', filter: 'Blur', on: true })).toMatch(/the filter Blur of Cam on\.$/);
  const chat = { type: 'chat', text: '!hi *', by: 'anyone' };
  expect(when(all({ ...chat, match: 'words' }))).toMatch(/^When anyone writes the words "!hi \*":/);
  expect(when(all({ ...chat, match: 'glob' }))).toMatch(/^When anyone writes a message just like "!hi \*":/);
  const more = { repeats: true, studioMode: 'cut', crossesFences: true, cooldown: { seconds: 60, meanwhile: 'queue' } };
  expect(sentence(ruleOf([all(FOLLOW)], [shows('A', null)], more))).toBe(
    'When somebody follows: show A. At most once in 60 s; if it fires meanwhile, it is done afterwards. Again each time it has rested, while it stays so. In Studio Mode it cuts as well. It may enter and leave fenced scenes.',
  );
});

test('[SU402] a number and its unit stay on one line', () => {
  expect(said(ruleOf([all(FOLLOW)], [wait(2)]))).toBe('When somebody follows: wait 2\u00a0s.');
});

test('[SU403] what is not filled in yet says so in the sentence', () => {
  const rule = ruleOf([all(FOLLOW)], [shows('A', hold(8))]);
  const empty = (action: SceneRule['actions'][number]) => sentence({ ...rule, actions: [action] });
  expect(empty({ type: 'show-scene', scene: '', hold: null })).toMatch(/show a scene \(still to choose\)\.$/);
  expect(empty({ type: 'mute', input: '', muted: true })).toMatch(/mute a source \(still to choose\)\.$/);
  expect(empty({ type: 'alert', text: '' })).toMatch(/show the alert "…"\.$/);
  expect(empty({ type: 'run-rule', rule: '' })).toMatch(/run the rule \(still to choose\)\.$/);
});

const ONES = {
  en: [/reaches 1 diamond:/, /at least 1 request waits:/, /the live has 1 like:/],
  de: [/den Wert 1 Diamant erreicht:/, /mindestens 1 Anfrage wartet:/, /1 Like hat:/],
  nl: [/1 diamant bereikt:/, /minstens 1 aanvraag wacht:/, /1 like heeft:/],
  nb: [/minst 1 diamant:/, /minst 1 forespørsel venter:/, /fått 1 likerklikk:/],
};

test('[SU404] one of a thing is said as one, in each language', async () => {
  for (const language of LANGUAGES) {
    await speak(language);
    const [gift, queue, likes] = ONES[language];
    expect(when(all({ type: 'gift', diamonds: 1 }))).toMatch(gift as RegExp);
    expect(when(all({ type: 'queue', least: 1 }))).toMatch(queue as RegExp);
    expect(when(all({ type: 'milestone', of: 'likes', at: 1 }))).toMatch(likes as RegExp);
    expect(when(all({ type: 'milestone', of: 'likes', at: 1000 }))).toContain(
      new Intl.NumberFormat(language).format(1000).replaceAll('\u00a0', ' '),
    );
  }
  await speak('en');
});

test('[SU400] [SU401] the brackets, the exceptions and the order are those of each language', async () => {
  const rule = ruleOf(
    [any(GIFT, FOLLOW), all({ type: 'live', on: true }), none(SERVING)],
    [shows('A', hold(5)), wait(2), HIDE],
  );
  const all4: string[] = [];
  for (const language of LANGUAGES) {
    await speak(language);
    all4.push(`${language}: ${sentence(rule)}`);
  }
  await speak('en');
  expect(all4).toMatchInlineSnapshot(`
    [
      "en: When any of this holds (a gift or streak reaches 100 diamonds or somebody follows) and a live is running, unless a booked session is running: show A for 5 s, then return; 2 s after the scene came on: hide the source bg-main in Main.",
      "de: Wenn eins davon zutrifft (ein Geschenk oder eine Serie 100 Diamanten erreicht oder jemand folgt) und ein Live läuft, außer wenn ein gebuchter Termin läuft: zeige A 5 s lang, dann geh zurück; 2 s nach Beginn der Szene: verberge die Quelle bg-main in Main.",
      "nl: Als een hiervan geldt (een cadeau of reeks 100 diamanten bereikt of iemand volgt) en er een live loopt, tenzij er een geboekte sessie loopt: toon A 5 s lang, ga dan terug; 2 s na het begin van de scène: verberg de bron bg-main in Main.",
      "nb: Når noe av dette gjelder (en gave eller serie er verdt minst 100 diamanter eller noen følger) og en livesending går, med mindre en booket time pågår: vis A i 5 s, gå så tilbake; 2 s etter at OBS-scenen kom på: skjul kilden bg-main i Main.",
    ]
  `);
});
