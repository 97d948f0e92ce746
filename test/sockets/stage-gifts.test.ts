import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import { gift } from '../core/live/events.ts';
import { postEvents, startProgram, type TestProgram } from '../program/given-program.ts';
import { addedStage, ask, type StageOnWire } from '../program/given-stages.ts';
import { soon } from './page.ts';
import { openStagePage, type StagePage } from './stage-page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

const PICTURE = 'https://p16-webcast.tiktokcdn.com/rose.png';

function given(user: string, pictureUrl = PICTURE) {
  const event = gift(3, { user });
  return { ...event, gift: { ...event.gift, diamonds: 5, pictureUrl } };
}

async function stageThatShows(name: string, giftTalk: Partial<StageDesign['giftTalk']>): Promise<StageOnWire> {
  const stage = await addedStage(door.base, name);
  const design = { ...FIRST_DESIGN, giftTalk: { ...FIRST_DESIGN.giftTalk, ...giftTalk } };
  expect((await ask(door.base, 'PUT', `/stages/${stage.id}/design`, design)).ok).toBe(true);
  return stage;
}

const last = (page: StagePage) => page.frames.flat().at(-1);

test('[ST70] [ST71] each stage is told of a gift what its own design shows, as it happens and after a reload', async () => {
  const worth = await stageThatShows('Worth', { prices: true });
  const pictured = await stageThatShows('Pictured', { pictures: true });
  const pages = [
    await openStagePage(door.base),
    await openStagePage(door.base, worth),
    await openStagePage(door.base, pictured),
  ];
  await postEvents(door.base, given('ida'));
  for (const page of pages) await soon(() => expect(last(page)).toMatchObject({ name: 'Ida', count: 3 }));
  const again = await openStagePage(door.base, worth);
  const path = expect.stringMatching(/^\/stage\/gift\/[\w-]{22}$/);
  const seen = [...pages.map(last), again.views[0]?.moments.find(({ name }) => name === 'Ida')];
  expect(
    seen.map((moment) => moment && ['diamonds' in moment && moment.diamonds, 'picture' in moment && moment.picture]),
  ).toEqual([
    [false, false],
    [15, false],
    [false, path],
    [15, false],
  ]);
  expect(JSON.stringify([pages.map(({ frames, views }) => [frames, views])])).not.toContain('tiktokcdn');
});

test('[ST70] a switch that is turned off holds for the next gift', async () => {
  const stage = await stageThatShows('Turned', { prices: true, pictures: true });
  const page = await openStagePage(door.base, stage);
  await ask(door.base, 'PUT', `/stages/${stage.id}/design`, FIRST_DESIGN);
  await soon(() => expect(page.designs.at(-1)?.giftTalk.prices).toBe(false));
  await postEvents(door.base, given('ole'));
  await soon(() => expect(last(page)).toMatchObject({ name: 'Ole' }));
  expect(Object.keys(last(page) ?? {})).not.toEqual(expect.arrayContaining(['diamonds']));
  expect(last(page)).not.toHaveProperty('picture');
});

test('[ST71] [ST73] a picture of another host has no path, and a path that nobody was given is 404', async () => {
  const page = await openStagePage(door.base, await stageThatShows('Foreign', { pictures: true }));
  await postEvents(door.base, given('eva', 'https://example.com/rose.png'));
  await soon(() => expect(last(page)).toMatchObject({ name: 'Eva' }));
  expect(last(page)).not.toHaveProperty('picture');
  expect((await fetch(`${door.base}/stage/gift/${'x'.repeat(22)}`)).status).toBe(404);
});
