import { createServer, type Server as HttpServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createListeners } from '../../server/app/listeners.ts';
import { createRecentMoments } from '../../server/app/recent-moments.ts';
import { createStagePages } from '../../server/app/stage-pages.ts';
import { allowedHosts } from '../../server/core/hosts.ts';
import { NAMES_ALONE } from '../../server/core/stage/news.ts';
import { openPages } from '../../server/sockets/pages.ts';
import { type StageDeps, stageSockets } from '../../server/sockets/stage.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageFigures, StageView } from '../../shared/stage-view.ts';
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
  const state = { blank: false, answers: true, made: 0 };
  const fail = (error: unknown) => {
    throw error;
  };
  const told = createListeners<string>(fail);
  const stages: StageDeps['stages'] = {
    ...createStagePages(Date.now, () => undefined),
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
    viewOf: (_id, first) =>
      first || state.answers
        ? Promise.resolve({ stage: STAGE, blank: false, moments: [] } as unknown as StageView)
        : new Promise(() => undefined),
    designOf: async () => FIRST_DESIGN,
    giftsOf: () => NAMES_ALONE,
    picturePath: () => null,
    figures: async () => {
      state.made += 1;
      return FIGURES;
    },
    byHand: () => ({ blank: state.blank, featured: null, alertControl: UNTOUCHED }),
    skipped: async () => undefined,
    serverTime: () => new Date().toISOString(),
    onFault: fail,
  });
  onTestFinished(async () => {
    stage.close();
    await io.close();
  });
  return { url: `http://127.0.0.1:${port}/stage`, stage, state };
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
