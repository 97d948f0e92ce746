import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test as plain } from '@playwright/test';
import type { SceneRule } from '../../shared/scene-rules.ts';
import { FakeObs } from '../fakes/obs-server.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

interface Given {
  readonly server: OwnServer;
  readonly obs: FakeObs;
}

/** A server and an OBS for this file; each test begins without a rule. */
const test = plain.extend<{ page: Page }, { given: Given }>({
  given: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the pattern, and takes nothing else
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'cuedesk-scenes-'));
      const obs = await FakeObs.start({ steps: { without: [] } });
      const server = await startOwnServer({ CUEDESK_DATA: folder });
      await ask(server, 'POST', '/obs/connect', { address: obs.address });
      await use({ server, obs });
      await server.stop();
      await obs.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  page: async ({ browser, given: { server, obs } }, use) => {
    obs.humanSwitches('Main');
    await ask(server, 'PUT', '/scene-rules', []);
    await ask(server, 'POST', '/obs/resume', {});
    const context = await browser.newContext({
      baseURL: server.base,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      extraHTTPHeaders: server.owner,
    });
    await use(await context.newPage());
    await context.close();
  },
});

async function ask(server: OwnServer, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { ...server.owner, 'content-type': 'application/json' };
  const answer = await fetch(`${server.base}/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const kept = async (server: OwnServer) => (await ask(server, 'GET', '/scene-rules')) as SceneRule[];

let gifts = 0;
/** A gift in the live of this server. */
function give(server: OwnServer, diamonds: number): Promise<unknown> {
  gifts += 1;
  const user = { id: `viewer-${gifts}`, name: 'Sanne Voorbeeld' };
  const gift = { id: '1', name: 'Bouquet', diamonds, count: 1 };
  const id = `rules-${Date.now()}-${gifts}`;
  return ask(server, 'POST', '/events', { id, type: 'gift', at: new Date().toISOString(), user, gift });
}

async function openRules(page: Page): Promise<void> {
  await page.goto('/studio#scenes');
  await expect(page.getByRole('button', { name: 'Add a rule' })).toBeVisible();
}

/** A new rule, which is open. */
async function addRule(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Add a rule' }).click();
  return page.locator('.rule-editor').last();
}

function group(rule: Locator, at: number): Locator {
  return rule.locator('.rule-group').nth(at);
}

const SENTENCE =
  'When a gift or streak reaches 500 diamonds, unless a booked session is running or BRB is on air: show Celebration for 8 s, then return; 2 s after the scene came on: choose the transition Fade. At most once in 60 s.';

test('[SU235] [SU274] [SU405] [SU409] a rule of several conditions and steps is built by mouse, reads as a sentence, and is kept when it is saved', async ({
  page,
  given: { server },
}) => {
  await openRules(page);
  const rule = await addRule(page);
  await group(rule, 0).getByLabel('Worth at least (diamonds)').fill('500');
  await rule.getByRole('button', { name: 'Add a group of conditions' }).click();
  const none = group(rule, 1);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(none.getByLabel('Kind')).toHaveAccessibleDescription('Fill this in.');
  await none.getByLabel('Join the conditions').selectOption('And none of this');
  await none.getByLabel('Kind').selectOption('Session running');
  await none.getByRole('button', { name: 'Add a condition' }).click();
  await none.getByLabel('Kind').nth(1).selectOption('Scene on air');
  await none.getByLabel('Scene', { exact: true }).selectOption('BRB');
  const steps = group(rule, 2);
  await steps.getByLabel('Scene', { exact: true }).selectOption('Celebration');
  await steps.getByRole('button', { name: 'Add a step' }).click();
  await steps.getByLabel('Seconds', { exact: true }).fill('2');
  await steps.getByRole('button', { name: 'Add a step' }).click();
  await steps.getByLabel('Kind').nth(2).selectOption('Transition');
  await rule.getByLabel('Not again within (seconds)').fill('60');
  await rule.getByLabel('Priority (0 to 100)').fill('7');
  await page.keyboard.press('Tab');
  await expect(rule.locator('.rule-sentence')).toHaveText(SENTENCE);
  expect(await kept(server)).toEqual([]);
  await rule.getByLabel('Name', { exact: true }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeInViewport();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const [one] = await kept(server);
  expect(one).toMatchObject({ priority: 7, cooldown: { seconds: 60 }, when: [{ match: 'all' }, { match: 'none' }] });
  expect(one?.actions.map(({ type }) => type)).toEqual(['show-scene', 'wait', 'transition']);
  await steps.getByRole('button', { name: 'Do this step earlier' }).last().click();
  await expect(rule.locator('.rule-sentence')).toHaveText(
    /as the scene comes on: choose the transition Fade; 2\ss after the scene came on: …\./,
  );
  await page.keyboard.press('Enter');
  await expect(rule.locator('.rule-sentence')).toHaveText(
    /: choose the transition Fade, show Celebration .*2\ss after/,
  );
  await expect(steps.getByRole('button', { name: 'Do this step later' }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rule.locator('.rule-sentence')).toHaveText(/: show Celebration .*Fade; 2\ss after/);
});

/** Presses Tab until the control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const has = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return '';
      const label = 'labels' in focused ? (focused as HTMLInputElement).labels?.[0]?.textContent : null;
      return (label ?? focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim();
    });
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if ((await has()) === name) return;
  }
  throw new Error(`no way by Tab to ${name}`);
}

test('[SU236] the same is done by the keyboard alone', async ({ page, given: { server } }) => {
  await openRules(page);
  await tabTo(page, 'Add a rule');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Worth at least (diamonds)');
  await page.keyboard.type('500');
  await tabTo(page, 'Add a condition');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Add a step');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Save');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const [one] = await kept(server);
  expect(one?.when[0]?.conditions.map((condition) => condition.type)).toEqual(['gift', 'serving']);
  expect(one?.when[0]?.conditions[0]).toMatchObject({ diamonds: 500 });
  expect(one?.actions.map(({ type }) => type)).toEqual(['show-scene', 'wait']);
});

const RULE = {
  id: 'party',
  name: 'Party',
  when: [{ match: 'all', conditions: [{ type: 'gift', diamonds: 500 }] }],
  actions: [{ type: 'show-scene', scene: 'Celebration', hold: { seconds: 8 } }],
  cooldown: { seconds: 60 },
};

const IN_LANGUAGES = [
  [
    'en',
    /^When a gift or streak reaches 500 diamonds: show Celebration for 8\ss, then return\. At most once in 60\ss\.$/,
  ],
  ['de', /^Wenn ein Geschenk oder eine Serie 500 Diamanten erreicht: .*Celebration.*8\ss.*60\ss/],
  ['nl', /^Als een cadeau of reeks 500 diamanten bereikt: .*Celebration.*8\ss.*60\ss/],
  ['nb', /^Når en gave eller serie er verdt minst 500 diamanter: .*Celebration.*8\ss.*60\ss/],
] as const;

test('[SU237] [SU422] a rule reads as a sentence in each of the four languages', async ({
  page,
  given: { server },
}) => {
  await ask(server, 'PUT', '/scene-rules', [RULE]);
  await openRules(page);
  for (const [language, sentence] of IN_LANGUAGES) {
    await page.locator('header select').selectOption(language);
    await expect(page.locator('.rule-sentence')).toHaveText(sentence);
  }
  const reached: string[] = [];
  const go = Promise.withResolvers<void>();
  await page.route('**/api/v1/settings', async (route) => {
    const { language } = route.request().postDataJSON() as { language: string };
    if (language === 'de') await go.promise;
    reached.push(language);
    await route.continue();
  });
  await page.locator('header select').selectOption('de');
  // The language is the server's own, and of the tests after this one too.
  await page.locator('header select').selectOption('en');
  go.resolve();
  await expect.poll(() => reached).toEqual(['de', 'en']);
  await expect(page.locator('.rule-sentence')).toHaveText(/^When/);
});

test('[SU17] [SU238] [SU270] [SU272] [SU273] [SU275] [SU410] [SU414] what is empty or refused is said at its field, and nothing is kept', async ({
  page,
  given: { server },
}) => {
  await openRules(page);
  const rule = await addRule(page);
  const steps = group(rule, 1);
  await steps.getByLabel('Kind').selectOption('OBS hotkey');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  const hotkey = steps.getByLabel('Hotkey name');
  await expect(hotkey).toHaveAccessibleDescription('Fill this in.');
  await expect(page.getByText('To put right first: Hotkey name')).toBeVisible();
  const offered = steps.locator('datalist option');
  await expect
    .poll(() => offered.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value)))
    .toEqual(['libobs.mute', 'ReplayBuffer.Save']);
  await hotkey.fill('OBSBasic.StartStreaming');
  await save.click();
  await expect(hotkey).toHaveAccessibleDescription(/would start or stop an output/);
  expect(await kept(server)).toEqual([]);
  await hotkey.fill('Nothing.Such');
  await expect(hotkey).toHaveAccessibleDescription(/^OBS does not have this now/);
  const rest = rule.getByLabel('Not again within (seconds)');
  await rest.fill('60');
  await expect(rule.locator('.rule-sentence')).toContainText('At most once in 60 s.');
  await rest.fill('');
  await expect(rule.locator('.rule-sentence')).not.toContainText('NaN');
  await rest.fill('99999');
  await expect(rest).toHaveAccessibleDescription('');
  await rest.blur();
  await expect(rest).toHaveValue('99999');
  await expect(rest).toHaveAccessibleDescription('This can be 0 to 86,400.');
  await save.click();
  await expect(page.getByText('To put right first: Not again within (seconds)')).toBeVisible();
  expect(await kept(server)).toEqual([]);
  await rest.fill('9');
  await hotkey.fill('ReplayBuffer.Save');
  await save.click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(hotkey).toHaveAccessibleDescription('');
  await group(rule, 0).getByLabel('Kind').selectOption('Tip');
  const least = group(rule, 0).getByLabel('At least', { exact: true });
  await expect(least).toHaveValue('5');
  await least.fill('7,50');
  await expect(rule.locator('.rule-sentence')).toContainText('a tip of at least €7.50 comes');
  await least.fill('');
  await least.pressSequentially('12.');
  await expect(rule.locator('.rule-sentence')).toContainText('a tip of at least €12.00 comes');
  await expect(least).toHaveValue('12.');
  await least.pressSequentially('5');
  await expect(rule.locator('.rule-sentence')).toContainText('a tip of at least €12.50 comes');
  await expect(least).toHaveValue('12.5');
  await least.blur();
  await expect(least).toHaveValue('12.50');
  await least.fill('some');
  await expect(least).toHaveAccessibleDescription('');
  await least.blur();
  await expect(least).toHaveValue('some');
  await expect(least).toHaveAccessibleDescription(/^An amount in the currency beside it/);
  await group(rule, 0).getByLabel('Kind').selectOption('Scene on air');
  await group(rule, 0).getByLabel('Scene', { exact: true }).selectOption('BRB');
  await steps.getByLabel('Kind').selectOption('Show a scene');
  await steps.getByLabel('Scene', { exact: true }).selectOption('BRB');
  await expect(rule.getByText('It shows the scene that it waits for')).toBeVisible();
  await steps.getByLabel('Scene', { exact: true }).selectOption('Celebration');
  await expect(rule.getByText('It shows the scene that it waits for')).toHaveCount(0);
  await steps.getByLabel('Kind').selectOption('Stage layout');
  const layout = steps.getByLabel('Layout', { exact: true });
  await expect(layout.locator('option')).not.toHaveCount(1);
  await layout.selectOption({ index: 1 });
  const name = (await layout.locator('option:checked').textContent()) ?? '';
  await expect(rule.locator('.rule-sentence')).toContainText(`give the stage the layout ${name}.`);
});

/** What the bars take of a window while all that they can say is said; panic key and pause where they were. */
async function seeSmallBars(page: Page): Promise<void> {
  const usual = page.viewportSize();
  const places = () => Promise.all(['.panic', '.head-pause .button'].map((one) => page.locator(one).boundingBox()));
  const heightOf = async (bar: string) => (await page.locator(bar).boundingBox())?.height ?? 999;
  await page.setViewportSize({ width: 1280, height: 800 });
  const before = await places();
  await page.getByRole('button', { name: 'Pause alerts' }).click();
  await page.getByRole('button', { name: /Blank the stages/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The stages are blank.' })).toBeVisible();
  await expect(page.getByText('Alerts are paused')).toBeVisible();
  expect(await places()).toEqual(before);
  await page.evaluate(() => scrollTo(0, 300));
  await expect(page.locator('.studio-facts')).not.toBeInViewport();
  expect(await places()).toEqual(before);
  expect(await heightOf('.studio-top')).toBeLessThanOrEqual(130);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await heightOf('.strip-block')).toBeLessThanOrEqual(150);
  await page.getByRole('button', { name: 'Resume alerts' }).click();
  await page.getByRole('button', { name: /Bring the stages back/ }).click();
  if (usual) await page.setViewportSize(usual);
  await expect(page.getByText('The stages are blank.')).toHaveCount(0);
}

test('[SU239] [SU301] [SU411] [SU416] [SU417] [SU419] [SU420] [SU533] [SU534] [SU574] [SU575] an edit says what it would change before it is saved, and a rehearsal stands beside what really happened', async ({
  page,
  given: { server, obs },
}) => {
  await ask(server, 'PUT', '/scene-rules', [{ ...RULE, cooldown: { seconds: 0 } }]);
  await openRules(page);
  // What a pause says takes no more room than what is said without one, where lines are short.
  await page.setViewportSize({ width: 390, height: 900 });
  const heads = page.locator('.section-head, .section h2', { hasText: /^(OBS and scenes|Rules)$/ });
  const tops = () => heads.evaluateAll((both) => both.map((one) => one.getBoundingClientRect().top));
  const apart = async () => (await tops()).reduce((above, below) => below - above);
  const running = await apart();
  obs.humanSwitches('BRB');
  await expect(page.getByText(/The rules go on by themselves at/)).toBeVisible();
  expect(Math.abs((await apart()) - running)).toBeLessThanOrEqual(1);
  obs.humanSwitches('Main');
  await expect(page.locator('.scene[aria-current]')).toContainText('Main');
  await ask(server, 'POST', '/obs/resume', {});
  await page.setViewportSize({ width: 1440, height: 900 });
  await give(server, 100);
  await give(server, 600);
  await expect.poll(() => obs.program).toBe('Celebration');
  await expect(
    page.getByText(/^Scene automation\. “Party” shows Celebration until .*, then Main comes back\.$/),
  ).toBeVisible();
  obs.humanSwitches('BRB');
  await expect(page.getByText(/You have the wheel/)).toBeVisible();
  await expect(page.getByText(/The rules go on by themselves at \d\d:\d\d:\d\d\.$/)).toBeVisible();
  await seeSmallBars(page);
  await page.locator('h1').first().click();
  await page.keyboard.press('w');
  await expect(page.getByText(/You have the wheel/)).toHaveCount(0);
  const rule = page.locator('.rule-editor');
  await rule.getByRole('button', { name: 'Party' }).click();
  await rule.getByText('What became of it').click();
  await expect(rule.locator('.rule-trace')).toContainText('Showed Celebration');
  await expect(group(rule, 0).locator('datalist option')).toHaveAttribute('value', 'Bouquet');
  // Above both gifts: what switched would not have.
  await group(rule, 0).getByLabel('Worth at least (diamonds)').fill('5000');
  await page.keyboard.press('Tab');
  await expect(page.locator('.edit-difference')).toHaveText(
    /^With this change, in your last live: 1 switch less; first at \d\d:\d\d:\d\d\.$/,
  );
  expect((await kept(server))[0]?.when[0]?.conditions[0]).toMatchObject({ diamonds: 500 });
  await expect(rule.locator('.rule-trace')).toContainText('this was missing: a gift or streak reaches 500 diamonds');
  await page.getByRole('button', { name: 'Rehearse on the last live' }).click();
  const before = page.getByRole('region', { name: 'Before your edits' });
  await expect(before.getByRole('listitem').first()).toContainText('Showed Celebration');
  await expect(page.getByRole('region', { name: 'With your edits' })).toContainText(
    'Nothing would have been switched.',
  );
  const happened = page.getByRole('region', { name: 'What really happened' });
  await expect(happened).toContainText('Celebration (rule Party)');
  await expect(happened).toContainText('BRB (by hand)');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.edit-difference')).toHaveCount(0);
  await expect(page.getByText('Not saved yet')).toHaveCount(0);
  await rule.getByLabel('Name', { exact: true }).fill('Big party');
  await page.getByRole('button', { name: 'Rehearse on the last live' }).click();
  await expect(before).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: 'With these rules' })).toContainText('Showed Celebration');
  await expect(before).toHaveCount(0);
  await ask(server, 'POST', '/live/end', {});
  await ask(server, 'POST', '/live/start', {});
  await page.getByLabel('Live', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Rehearse on this live' }).click();
  await expect(happened).toContainText('Celebration (rule Party)');
  await page.getByLabel('Live', { exact: true }).selectOption('The last live');
  await page.getByRole('button', { name: 'Rehearse on the last live' }).click();
  await expect(happened).not.toContainText('Celebration');
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  const isOn = async () =>
    ((await ask(server, 'GET', '/live')) as { session: { endedAt: string | null } }).session.endedAt === null;
  await page.getByRole('button', { name: 'End this show' }).click();
  await expect(page.getByText(/Moderators who are in for one show lose the desk in an hour/)).toBeVisible();
  const goOn = page.getByRole('button', { name: 'Go on with the show' });
  await expect(goOn).toBeFocused();
  await goOn.click();
  expect(await isOn()).toBe(true);
  await page.getByRole('button', { name: 'End this show' }).click();
  await page.getByRole('button', { name: 'End this show' }).click();
  await page.getByRole('button', { name: 'Start a show by hand' }).click();
  await expect(page.getByRole('button', { name: 'End this show' })).toBeVisible();
  expect(await isOn()).toBe(true);
});

test('[SU240] [SU532] a fence is set for all rules, and no field of a rule is cut, at a desk and on a phone', async ({
  page,
  given: { server, obs },
}) => {
  await ask(server, 'PUT', '/scene-rules', [RULE]);
  await openRules(page);
  const all = page.getByRole('region', { name: 'For all rules' });
  await all.getByLabel('BRB').check();
  await expect
    .poll(async () => ((await ask(server, 'GET', '/scene-automation')) as { fences: string[] }).fences)
    .toEqual(['BRB']);
  await page.getByRole('button', { name: 'Party' }).click();
  for (const width of [1440, 1080, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await cutChoices(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const [language, title] of [
    ['de', 'Für alle Regeln'],
    ['nl', 'Voor alle regels'],
    ['nb', 'For alle regler'],
    ['en', 'For all rules'],
  ] as const) {
    await page.locator('header select').selectOption(language);
    await expect(page.getByRole('region', { name: title })).toBeVisible();
    expect(await cutChoices(page)).toEqual([]);
  }
  await all.getByLabel('BRB').uncheck();
  await expect
    .poll(async () => ((await ask(server, 'GET', '/scene-automation')) as { fences: string[] }).fences)
    .toEqual([]);
  await ask(server, 'POST', '/obs/disconnect', {});
  const rule = await addRule(page);
  const scene = rule.getByLabel('Scene', { exact: true });
  await expect(scene).toHaveAccessibleDescription(/^OBS is not connected, so its scenes are not known/);
  await scene.fill('Booking');
  await rule.getByLabel('May enter and leave fenced scenes').check();
  await expect(rule.getByRole('alert')).toContainText('Connect OBS first');
  await expect(all).toContainText('is ticked here once OBS is connected');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(async () => (await kept(server)).at(-1)?.actions[0]).toMatchObject({ scene: 'Booking' });
  await ask(server, 'POST', '/obs/connect', { address: obs.address });
  await expect(scene).toHaveJSProperty('tagName', 'SELECT');
  await expect(scene).toHaveValue('Booking');
});

/** The texts of choices that are wider than the field that shows them. */
function cutChoices(page: Page): Promise<string[]> {
  return page.locator('.section select').evaluateAll((selects) =>
    (selects as HTMLSelectElement[]).flatMap((select) => {
      const text = select.selectedOptions[0]?.text ?? '';
      const style = getComputedStyle(select);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen || select.offsetParent === null) return [];
      pen.font = style.font;
      const arrow = 20;
      const room = select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      return pen.measureText(text).width > room - arrow + 1 ? [text] : [];
    }),
  );
}

test('[SU406] [SU407] [SU408] [SU415] [SU418] one of many rules is open at a time, found by its scene, copied, and the focus goes on', async ({
  page,
  given: { server, obs },
}) => {
  const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  const rules = names.map((name, at) => ({
    ...{ ...RULE, id: `many-${at}`, name },
    actions: [{ type: 'show-scene', scene: name === 'Four' ? 'BRB' : 'Celebration', hold: null }],
  }));
  await ask(server, 'PUT', '/scene-rules', rules);
  await openRules(page);
  const all = page.locator('.rule-editor');
  await expect(all).toHaveCount(6);
  await expect(page.locator('.rule-body')).toHaveCount(0);
  await page.getByRole('button', { name: 'One' }).click();
  await page.getByRole('button', { name: 'Two' }).click();
  await expect(page.locator('.rule-body')).toHaveCount(1);
  await page.getByRole('button', { name: 'Two' }).click();
  await page.getByLabel('Find a rule by name or scene').fill('brb');
  await expect(all).toHaveCount(1);
  await all.getByRole('button', { name: 'Four' }).click();
  await all.getByRole('button', { name: 'Try it now' }).click();
  await expect(all.locator('.rule-tried')).toHaveText('Showed BRB');
  await expect(all.locator('.rule-said')).toContainText('Showed BRB');
  expect(obs.program).toBe('BRB');
  await page.getByRole('button', { name: 'Copy rule' }).click();
  await expect(page.getByRole('button', { name: 'Try it now' })).toBeDisabled();
  const copy = page.locator('.rule-editor', { hasText: 'Four (copy)' });
  await expect(copy.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(copy.getByRole('switch')).not.toBeChecked();
  await copy.getByRole('button', { name: 'Delete rule' }).click();
  await expect(all).toHaveCount(1);
  await expect(all.getByRole('button', { name: 'Four' })).toBeFocused();
  await page.getByLabel('Find a rule by name or scene').fill('');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await expect(all.last().getByLabel('Name', { exact: true })).toBeFocused();
  await expect(all.last().getByLabel('Name', { exact: true })).toBeInViewport();
  await page.getByRole('button', { name: 'In session' }).click();
  await expect(all.last().getByLabel('Name', { exact: true })).toBeFocused();
  await expect(all.last().locator('.rule-sentence')).toContainText('show Booking while that is so, then return');
  const end = all.last().getByLabel('At the end');
  await end.selectOption('return');
  await all.last().getByLabel('For (seconds)').fill('20');
  await all.last().getByLabel('At most (empty: no end)').fill('60');
  await end.selectOption('stay');
  await end.selectOption('return when that is over');
  await end.selectOption('return');
  await expect(all.last().locator('.rule-sentence')).toContainText(
    /show Booking for 20\ss \(at most 60\ss\), then return/,
  );
  for (const button of await page.locator('.rule-starters button').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  const before = await all.count();
  await page.getByRole('button', { name: 'A button for each scene' }).click();
  await expect(all).toHaveCount(before + obs.scenes.length);
  await expect(page.getByRole('button', { name: 'A button for each scene' })).toHaveCount(0);
});

test('[SU256] [SU412] [PE219] the address of a dock is made with the rights it needs, masked, and opens the scene buttons alone', async ({
  page,
  browser,
  given: { server },
}) => {
  const actions = [{ type: 'show-scene', scene: 'BRB', hold: null }];
  const when = [{ match: 'all', conditions: [{ type: 'button' }] }];
  await ask(server, 'PUT', '/scene-rules', [{ id: 'brb', name: 'Short break', when, actions }]);
  await page.goto('/studio#scenes');
  const docks = page.getByRole('region', { name: 'Docks in OBS' });
  const made = page.waitForResponse((answer) => answer.url().endsWith('/invitations'));
  await docks.getByRole('button', { name: 'Make the address' }).nth(1).click();
  const answer = await made;
  expect(answer.request().postDataJSON()).toMatchObject({ hours: null, rights: ['control-scenes'] });
  await expect(docks.locator('code')).toHaveText(/\/desk\?only=scenes#•+$/);
  await page.reload();
  await expect(docks.getByText('OBS dock: scene buttons')).toBeVisible();
  const again = page.waitForResponse((reply) => /\/people\/[^/]+\/link$/.test(reply.url()));
  await docks.getByRole('button', { name: 'Address again' }).click();
  const { url } = (await (await again).json()) as { url: string };
  await expect(docks.locator('code')).toHaveText(/\/desk\?only=scenes#•+$/);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 300, height: 400 } });
  const dock = await context.newPage();
  await dock.goto(url.replace('#', '?only=scenes#'));
  await expect(dock.getByRole('button', { name: 'Short break' })).toBeVisible();
  await expect(dock.locator('.pane-list')).toHaveCount(0);
  // OBS opens the same address each time it starts: the dock is signed in still.
  await dock.goto(url.replace('#', '?only=scenes#'));
  await expect(dock.getByRole('button', { name: 'Short break' })).toBeVisible();
  // The desk beside it in the same OBS is somebody else, and neither becomes the other.
  const desk = { name: 'Desk dock', hours: 1, rights: ['reply'] };
  const beside = (await ask(server, 'POST', '/invitations', desk)) as { url: string };
  const other = await context.newPage();
  await other.goto(beside.url);
  await expect(other.locator('.pane-list')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Short break' })).toHaveCount(0);
  await dock.reload();
  await expect(dock.getByRole('button', { name: 'Short break' })).toBeVisible();
  await context.close();
});
