import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { follow } from '../core/live/events.ts';
import { freshFolder, liveOf, postEvents, startProgram, type TestProgram } from '../program/given-program.ts';
import { ask } from '../program/given-stages.ts';
import { soon } from './page.ts';
import { openStagePage } from './stage-page.ts';

let door: TestProgram;
let folder: string;
beforeAll(async () => {
  folder = await freshFolder();
  door = await startProgram({}, folder);
});
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

const rule = (id: string, conditions: object[], text: string, more = {}) => ({
  ...{ id, name: id, when: [{ match: 'all', conditions }], actions: [{ type: 'alert', text }], ...more },
});

test('[SC98] an alert of whose words nothing is left is not shown, and its rule says why', async () => {
  await ask(door.base, 'PUT', '/scene-rules', [rule('nobody', [{ type: 'button' }], ' {name} ')]);
  const page = await openStagePage(door.base);
  await ask(door.base, 'POST', '/scene-rules/nobody/press', {});
  await soon(() => expect(door.program.parts.scenes.status().acts).toMatchObject([{ why: 'no-words' }]));
  expect(page.frames.flat()).toEqual([]);
});

test('[SC91] words of a rule come to the stages as an alert of their own, plain, ranked by the rule and cleared as the others are', async () => {
  await ask(door.base, 'PUT', '/scene-rules', [
    rule('hello', [{ type: 'follow' }], 'Welcome <b>{name|friend}</b>', { priority: 30 }),
    rule('pressed', [{ type: 'button' }], 'Doors are open'),
  ]);
  const page = await openStagePage(door.base);
  const own = () => page.frames.flat().filter(({ type }) => type === 'own');
  await postEvents(door.base, [follow('vera')]);
  await soon(() => expect(own()).toHaveLength(1));
  expect(own()[0]).toMatchObject({ name: expect.stringMatching(/^Welcome <b>.+<\/b>$/), rank: 11.5 });
  await ask(door.base, 'POST', '/scene-rules/pressed/press', {});
  await soon(() => expect(own().map(({ name }) => name)).toContain('Doors are open'));
  const [first, second] = own();
  const { lastSeq } = await liveOf(door.base);
  // Behind what fired it, and before what comes next.
  expect(first?.seq).toBeGreaterThan(lastSeq);
  expect(second?.seq).toBeGreaterThan(first?.seq ?? 0);
  expect(second?.seq).toBeLessThan(lastSeq + 1);

  // A page that is loaded anew has both; one that comes after they were cleared has neither, and what comes then.
  expect((await openStagePage(door.base)).views[0]?.moments.filter(({ type }) => type === 'own')).toHaveLength(2);
  await ask(door.base, 'POST', '/alerts/clear', {});
  await soon(async () => expect((await openStagePage(door.base)).views[0]?.moments).toEqual([]));
  // A rule without a scene rests a moment after each time.
  await soon(async () => {
    await ask(door.base, 'POST', '/scene-rules/pressed/press', {});
    expect(own()).toHaveLength(3);
  });
  expect((await openStagePage(door.base)).views[0]?.moments).toMatchObject([{ type: 'own', name: 'Doors are open' }]);
});
