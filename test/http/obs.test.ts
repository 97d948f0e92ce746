import { expect, onTestFinished, test } from 'vitest';
import { actsOnWire } from '../../server/app/obs-status.ts';
import { revisionOf } from '../../server/app/revision.ts';
import type { Scenes } from '../../server/app/scenes.ts';
import { refuse } from '../../server/core/decision.ts';
import type { StagePlaced, StageRefusal } from '../../server/core/scenes/obs-port.ts';
import { rehearse } from '../../server/core/scenes/rehearsal.ts';
import type { Api } from '../../server/http/api.ts';
import { obsRoutes } from '../../server/http/obs.ts';
import { sceneRuleRoutes } from '../../server/http/scene-rules.ts';
import { createDoor } from '../../server/http/server.ts';
import { openLog } from '../../server/log.ts';
import type { KeptSceneChange } from '../../server/store/scene-changes.ts';
import { SceneAutomation, type SceneRule } from '../../shared/scene-rules.ts';
import type { ObsStatus } from '../../shared/scenes.ts';
import { rule } from '../core/scenes/script.ts';

const NOTHING_CAME = { acts: [], goesOn: false };

const STATUS: ObsStatus = {
  state: 'connected',
  detail: 'Connected to OBS 29.0.2.',
  cause: null,
  scene: 'Main',
  automation: 'on',
  pause: null,
  wayBack: null,
  hold: null,
  scenes: ['Main'],
  studioMode: false,
  preview: null,
  address: 'ws://127.0.0.1:4455',
  warnings: [],
  search: 'off',
  troubles: [],
  acts: [],
  actsKept: 0,
};

const HAPPENED: KeptSceneChange = {
  at: 1000,
  scene: 'BRB',
  by: 'hand',
  why: 'human-changed-scene',
  rule: null,
  ruleName: null,
  session: 'live',
};

/** The routes over a door that records what it was asked. */
async function server(
  placed: StagePlaced | StageRefusal = { placed: 'added', scene: 'Main', width: 1920, height: 1080 },
) {
  const asked: unknown[] = [];
  let kept: ReadonlyArray<SceneRule> = [];
  let how = SceneAutomation.parse({});
  const scenes: Pick<
    Scenes,
    | 'status'
    | 'connect'
    | 'disconnect'
    | 'pause'
    | 'resume'
    | 'returnNow'
    | 'settleScene'
    | 'addStage'
    | 'obsNames'
    | 'rules'
    | 'putRules'
    | 'dryRun'
    | 'automation'
    | 'putAutomation'
    | 'press'
    | 'tryRule'
    | 'acts'
    | 'revisions'
  > = {
    status: () => STATUS,
    connect: async (target) => {
      asked.push(target);
      return STATUS;
    },
    disconnect: async () => ({ ...STATUS, state: 'off' }),
    pause: async () => ({ ...STATUS, automation: 'paused' }),
    resume: async () => STATUS,
    returnNow: async () => ({ ...STATUS, wayBack: null }),
    settleScene: async (scene) => {
      asked.push(scene);
      return STATUS;
    },
    addStage: async (url) => {
      asked.push(url);
      return placed;
    },
    obsNames: async () => ({ inputs: ['Mic'], transitions: [], hotkeys: [], sources: {}, filters: {} }),
    automation: () => how,
    putAutomation: async (next) => {
      how = next;
      return next;
    },
    tryRule: async (id) =>
      id === 'party' ? NOTHING_CAME : { refused: true, why: id === 'away' ? 'obs-not-connected' : 'not-found' },
    press: async (id) => (kept.some((one) => one.id === id) ? NOTHING_CAME : { refused: true, why: 'not-found' }),
    rules: () => kept,
    putRules: async (rules, upon = null) => {
      if (upon !== null && upon !== revisionOf(kept)) return refuse('rules-changed');
      kept = rules;
      return rules;
    },
    revisions: () => ({ rules: revisionOf(kept), automation: 'a'.repeat(16) }),
    acts: () => ({ acts: [], traces: [] }),
    dryRun: async (events, rules = kept) =>
      actsOnWire(rehearse(rules, events, { scenes: ['Celebration', ''], scene: '' }), rules),
  };
  const log = openLog('silent', () => undefined);
  const keeper = { byBearer: () => null, useLogin: async () => null, serves: () => false };
  const api = await createDoor({ hosts: { allows: () => true }, keeper, log, trust: false });
  // Open to anyone here: who may call what is the guards' own subject.
  api.addHook('onRoute', (route) => {
    const { right: _, ...config } = route.config ?? {};
    route.config = { ...config, access: 'anyone' };
  });
  obsRoutes(api, { scenes, stageUrl: async (id) => (id === 'none' ? null : 'http://x/stage/#secret-token') });
  sceneRuleRoutes(api, {
    scenes,
    pastLive: async (id) => (id === null ? { live: null, events: [], changes: [HAPPENED], began: null } : null),
  });
  onTestFinished(() => api.close());
  return { api, asked };
}

function post(api: Api, url: string, payload?: object) {
  return api.inject({ method: 'POST', url: `/api/v1${url}`, ...(payload ? { payload } : {}) });
}

test('[SC18] the status is read, and automation paused and resumed, with or without a body', async () => {
  const { api } = await server();
  expect((await api.inject('/api/v1/obs')).json()).toEqual(STATUS);
  expect((await api.inject('/api/v1/obs/names')).json()).toMatchObject({ inputs: ['Mic'] });
  expect((await post(api, '/obs/pause')).json().automation).toBe('paused');
  expect((await post(api, '/obs/resume', {})).json().automation).toBe('on');
  expect((await post(api, '/obs/disconnect')).json().state).toBe('off');
});

test('[SC18] connecting takes a websocket address without a password in it, and echoes no password', async () => {
  const { api, asked } = await server();
  const answer = await post(api, '/obs/connect', { address: 'ws://127.0.0.1:4455', password: 'very secret' });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).not.toContain('very secret');
  expect((await post(api, '/obs/connect')).statusCode).toBe(200);
  expect(asked).toEqual([{ address: 'ws://127.0.0.1:4455', password: 'very secret' }, {}]);
  // As OBS shows it, address and port, without a scheme.
  expect((await post(api, '/obs/connect', { address: ' 127.0.0.1:4455 ' })).statusCode).toBe(200);
  expect(asked.at(-1)).toEqual({ address: 'ws://127.0.0.1:4455' });
  for (const address of ['http://127.0.0.1:4455', 'javascript:alert(1)', 'ws://me:pw@host:1', 'two words', '']) {
    expect((await post(api, '/obs/connect', { address })).statusCode, address).toBe(400);
  }
});

test('[SC18] adding the stage answers where it is, and what to do by hand where it cannot be, never with the address', async () => {
  const good = await server();
  expect((await post(good.api, '/obs/add-stage')).json()).toEqual({
    placed: 'added',
    scene: 'Main',
    width: 1920,
    height: 1080,
  });
  expect(good.asked).toEqual(['http://x/stage/#secret-token']);
  expect((await post(good.api, '/obs/add-stage', { stage: 'none' })).statusCode).toBe(404);
  const bare = await server({ refused: true, why: 'no-browser-source', size: { width: 1280, height: 720 } });
  const refused = await post(bare.api, '/obs/add-stage', {});
  expect(refused.statusCode).toBe(409);
  expect(refused.json().why).toBe('no-browser-source');
  expect(refused.json().detail).toMatch(/no browser sources.*width 1280 and height 720/s);
  expect(refused.body).not.toContain('secret-token');
  const away = await server({ refused: true, why: 'obs-not-connected', size: null });
  expect((await post(away.api, '/obs/add-stage')).statusCode).toBe(503);
});

test('[SC18] rules go in and come out as one list, with defaults filled in, and bad ones are refused', async () => {
  const { api } = await server();
  const { enabled: _, cooldown: __, ...short } = rule();
  const put = await api.inject({ method: 'PUT', url: '/api/v1/scene-rules', payload: [short] });
  expect(put.json()).toEqual([rule()]);
  expect((await api.inject('/api/v1/scene-rules')).json()).toEqual([rule()]);
  for (const bad of [
    {},
    [{ ...short, when: { type: 'gift-worth-at-least', diamonds: -1 } }],
    [{ ...short, actions: [] }],
  ]) {
    expect((await api.inject({ method: 'PUT', url: '/api/v1/scene-rules', payload: bad })).statusCode).toBe(400);
  }
});

test('[SC18] a dry run answers what would have been done when, with null for a scene that nobody knows', async () => {
  const { api } = await server();
  const gift = { id: '1', name: 'Rose', diamonds: 100, count: 1 };
  const events = [{ id: '1', type: 'gift', at: '2026-11-22T18:00:00Z', user: { id: 'u' }, gift }];
  const answer = await post(api, '/scene-rules/dry-run', { events, rules: [rule()] });
  expect(answer.json()).toMatchObject({
    acts: [
      {
        at: '2026-11-22T18:00:00.000Z',
        what: 'switched',
        scene: 'Celebration',
        why: 'rule-fired',
        rule: 'party',
        by: null,
        ruleName: 'party',
      },
      { at: '2026-11-22T18:00:10.000Z', what: 'returned', scene: null, why: 'hold-over', rule: 'party', by: null },
    ],
  });
  expect((await post(api, '/scene-rules/dry-run', { events: [{}] })).statusCode).toBe(400);
});

test('[SC119] rules are answered with their etag, and kept with if-match only while it is theirs', async () => {
  const { api } = await server();
  const { etag } = (await api.inject('/api/v1/scene-rules')).headers;
  const put = (tag: string) =>
    api.inject({ method: 'PUT', url: '/api/v1/scene-rules', headers: { 'if-match': tag }, payload: [rule()] });
  expect((await put(`"${'x'.repeat(16)}"`)).json()).toMatchObject({ status: 412, why: 'rules-changed' });
  const kept = await put(String(etag));
  expect([kept.statusCode, kept.headers.etag === etag]).toEqual([200, false]);
  expect((await put('7')).statusCode).toBe(400);
});

test('[SC47] as many rules as may be kept fit one request', async () => {
  const { api } = await server();
  const rules = Array.from({ length: 200 }, (_, at) => ({ ...rule({ id: `r${at}` }), name: 'n'.repeat(120) }));
  for (const one of rules)
    one.actions = Array.from({ length: 20 }, () => ({ type: 'text', input: 'Title', text: 'x'.repeat(200) }));
  const answer = await api.inject({ method: 'PUT', url: '/api/v1/scene-rules', payload: rules });
  expect(answer.statusCode).toBe(200);
});

test('[SC48] a rehearsal answers what the rules would have done, before and after, and which scenes really came on', async () => {
  const { api } = await server();
  const answer = await post(api, '/scene-rules/rehearse', { before: [], after: [rule()] });
  const { session: _, at: __, ...happened } = HAPPENED;
  expect(answer.json()).toEqual({
    live: false,
    before: [],
    after: [],
    happened: [{ ...happened, at: '1970-01-01T00:00:01.000Z' }],
  });
});

test('[SC138] a live that there never was is not rehearsed', async () => {
  const { api } = await server();
  const answer = await post(api, '/scene-rules/rehearse', { before: [], after: [], session: 'none-such' });
  expect([answer.statusCode, answer.json().why]).toEqual([404, 'not-found']);
});

test('[SC141] a rule is tried by its id, where OBS is there', async () => {
  const { api } = await server();
  const tried = async (id: string) => (await post(api, `/scene-rules/${id}/try`)).statusCode;
  expect([await tried('party'), await tried('nobody'), await tried('away')]).toEqual([200, 404, 503]);
});

test('[SC46] a rule is pressed by its id; how automation behaves goes in and comes out', async () => {
  const { api } = await server();
  await api.inject({ method: 'PUT', url: '/api/v1/scene-rules', payload: [rule()] });
  expect((await post(api, '/scene-rules/party/press')).json()).toEqual(NOTHING_CAME);
  expect((await post(api, '/scene-rules/nobody/press')).statusCode).toBe(404);
  const put = (payload: object) => api.inject({ method: 'PUT', url: '/api/v1/scene-automation', payload });
  expect((await put({ fences: ['BRB'] })).json()).toMatchObject({ fences: ['BRB'], mayStream: false });
  expect((await api.inject('/api/v1/scene-automation')).json()).toMatchObject({ fences: ['BRB'] });
  expect((await put({ pauseSeconds: 1 })).statusCode).toBe(400);
});
