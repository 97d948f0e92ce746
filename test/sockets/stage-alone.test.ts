import { createServer, type Server as HttpServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createListeners } from '../../server/app/listeners.ts';
import { createRecentMoments } from '../../server/app/recent-moments.ts';
import { createStagePages } from '../../server/app/stage-pages.ts';
import { allowedHosts } from '../../server/core/hosts.ts';
import { NAMES_ALONE, newsOf } from '../../server/core/stage/news.ts';
import { openPages } from '../../server/sockets/pages.ts';
import { type StageDeps, stageSockets } from '../../server/sockets/stage.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import type { StageFigures, StageView } from '../../shared/stage-view.ts';
import { follow } from '../core/live/events.ts';
import { openPage, soon } from './page.ts';

const FIGURES = { follows: 0 } as StageFigures;
const STAGE = { id: 'main', name: 'Main', language: 'en', languageChosen: true, rotation: 1 } as const;

const UNTOUCHED = { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 };

/** The stage's sockets alone, over a store that can stop to answer. */
async function givenSockets() {
  const http: HttpServer = createServer();
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const io = openPages(
    http,
    allowedHosts(() => []),
  );
  const state = {
    ...{ blank: false, answers: true, made: 0, skips: 0, skipsOver: 0, skipped: [] as string[] },
    ...{ scene: null as string | null, design: FIRST_DESIGN, firsts: 0 },
    /** A page's first view, of what holds as it is asked for, waits for it. */
    first: Promise.resolve(),
  };
  const fail = (error: unknown) => {
    throw error;
  };
  const told = createListeners<string>(fail);
  const pages = createStagePages(Date.now, () => undefined);
  const stages: StageDeps['stages'] = {
    ...pages,
    ...createRecentMoments(Date.now),
    byToken: () => STAGE,
    list: () => [STAGE],
    onCut: told.add,
    onReload: told.add,
    onPoint: () => () => undefined,
    onSample: () => () => undefined,
  };
  const stage = stageSockets(io, {
    stages,
    viewOf: async (_id, first) => {
      const { scene } = state;
      if (first) state.firsts += 1;
      await (first ? state.first : state.answers || new Promise(() => undefined));
      const moments = first ? [{ key: '1', seq: 1 }] : [];
      return { stage: STAGE, blank: false, scene, moments } as unknown as StageView;
    },
    designOf: async () => state.design,
    giftsOf: () => NAMES_ALONE,
    picturePath: () => null,
    figures: async () => {
      state.made += 1;
      return FIGURES;
    },
    byHand: () => ({ blank: state.blank, featured: null, alertControl: { ...UNTOUCHED, skips: state.skips } }),
    skipsOver: () => state.skipsOver,
    skipped: async (key) => void state.skipped.push(key),
    serverTime: () => new Date().toISOString(),
    onFault: fail,
  });
  onTestFinished(async () => {
    stage.close();
    await io.close();
  });
  return { url: `http://127.0.0.1:${port}/stage`, stage, state, isAlive: () => pages.seenOf(STAGE.id).size !== null };
}

test('[SK21] the panic key needs no answer of the store, and goes past a view that waits for one', async () => {
  const { url, stage, state } = await givenSockets();
  const page = openPage(url, { token: 'any' });
  await soon(() => expect(page.views).toHaveLength(1));
  state.answers = false;
  stage.changed();
  for (const blank of [true, false]) {
    state.blank = blank;
    stage.steered();
    await soon(() => expect(page.views.at(-1)?.blank).toBe(blank));
  }
  state.blank = true;
  const late = openPage(url, { token: 'any' });
  await soon(() => expect(late.views[0]?.blank).toBe(true));
});

test('[SK24] no figures are made while there is no page', async () => {
  const { url, stage, state } = await givenSockets();
  for (let at = 0; at < 1000; at++) stage.counted();
  const page = openPage(url, { token: 'any' });
  await soon(() => expect(page.views).toHaveLength(1));
  // One for the page that came, and at most one that was asked for when it was there already.
  await soon(() => expect(state.made).toBeGreaterThanOrEqual(1));
  expect(state.made).toBeLessThanOrEqual(2);
  page.socket.disconnect();
  await soon(() => expect(page.socket.connected).toBe(false));
});

test('[SK82] skips that a page said nothing of while they were new are none that it may name alerts for later', async () => {
  const { url, stage, state, isAlive } = await givenSockets();
  const page = openPage(url, { token: 'any' });
  await soon(() => expect(page.views).toHaveLength(1));
  const entries = Array.from({ length: 1100 }, (_, at) => ({ ...follow(`fan-${at}`), seq: at + 1 }));
  stage.show(newsOf({ entries, grown: [], at: Date.now() }));
  Object.assign(state, { skips: 5, skipsOver: 4 });
  // The first hundred are forgotten: a page has long shown them.
  for (const key of ['100', '101', '102']) page.socket.emit('skipped', key);
  await soon(() => expect(state.skipped).toEqual(['101']));
  Object.assign(state, { skips: 6, skipsOver: 6 });
  page.socket.emit('skipped', '103');
  page.socket.emit('alive', { width: 1080, height: 1920, browser: 'test', framesPerSecond: 60 });
  await soon(() => expect(isAlive()).toBe(true));
  expect(state.skipped).toEqual(['101']);
});

test('[SK168] a page that comes while its look and its view change has the newest of both, however long its first view takes', async () => {
  const { url, stage, state } = await givenSockets();
  const first = Promise.withResolvers<void>();
  state.first = first.promise;
  state.scene = 'old';
  const page = openPage(url, { token: 'any' });
  const designs: unknown[] = [];
  page.socket.on('design', (design) => designs.push(design));
  await soon(() => expect(state.firsts).toBe(1));
  state.design = { ...FIRST_DESIGN, theme: 'another' } as unknown as StageDesign;
  await stage.redesigned(STAGE.id);
  state.scene = 'new';
  stage.changed();
  await soon(() => expect(page.views.at(-1)?.scene).toBe('new'));
  first.resolve();
  await soon(() => expect(page.views.find(({ moments }) => moments.length > 0)?.scene).toBe('new'));
  expect(page.views.at(-1)?.scene).toBe('new');
  expect(designs.at(-1)).toEqual(state.design);
  // What is sent at once, with the last view there is, is the newest one's too.
  state.answers = false;
  state.blank = true;
  stage.steered();
  await soon(() => expect(page.views.at(-1)).toMatchObject({ blank: true, scene: 'new', moments: [] }));
});
