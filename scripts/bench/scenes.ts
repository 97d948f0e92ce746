import { setTimeout as pause } from 'node:timers/promises';
import OBSWebSocket from 'obs-websocket-js';
import type { WebSocket } from 'ws';
import { missingObs, RealObs } from '../../test/peers/real-obs.ts';
import { heldHeapOf } from './held-heap.ts';
import { median, quantile } from './load.ts';
import { growthRow, HOURS, longShow } from './long-show.ts';
import { openObsTap } from './obs-tap.ts';
import { OWNER_TOKEN, type Program, startBareObs, startCuedesk, startInspected } from './programs.ts';
import { giftFrame, openBridge } from './rig.ts';
import { aMixOfRules, ruleCostRow } from './rule-cost.ts';
import type { Row } from './table.ts';

const SWITCHES = 120;
const WARM_UP = 15;
const HOME = 'Main';
const AWAY = 'Celebration';
const SILENCE_MS = 5000;
/** As many as one creator may keep. */
const MOST_RULES = 200;

/** Scene rules: from the event to the scene of a real OBS beside a bare script, what many rules cost, and what grows. */
export async function sceneRows(say: (text: string) => void): Promise<Row[]> {
  const missing = missingObs();
  if (missing !== null) {
    say(`the rows of scene rules on a real OBS are left out: it ${missing}`);
    return [ruleCostRow()];
  }
  const obs = await RealObs.start();
  try {
    return [...(await switchRows(obs)), ruleCostRow(), await growingRow(obs)];
  } finally {
    await obs.stop();
  }
}

/** One of the two that are compared: a frame goes in, and OBS shows a scene. */
interface Side {
  readonly program: Program;
  readonly source: WebSocket;
  readonly url: string;
  close(): Promise<void>;
}

async function switchRows(obs: RealObs): Promise<Row[]> {
  const tap = await openObsTap(obs.address);
  const watcher = new OBSWebSocket();
  await watcher.connect(obs.address, obs.password);
  const [bare, cuedesk] = [await bareSide(tap.url, obs.password), await cuedeskSide(tap.url, obs.password)];
  const times = { bare: [] as number[], cuedesk: [] as number[], asked: [] as number[], bareAsked: [] as number[] };
  try {
    for (let at = 0; at < WARM_UP + SWITCHES; at++) {
      const one = await switched(watcher, tap.onSwitch, bare, at);
      const other = await switched(watcher, tap.onSwitch, cuedesk, at);
      if (at < WARM_UP) continue;
      times.bare.push(one.shown);
      times.bareAsked.push(one.asked);
      times.cuedesk.push(other.shown);
      times.asked.push(other.asked);
    }
  } finally {
    await watcher.disconnect();
    await Promise.all([bare.close(), cuedesk.close()]);
    tap.close();
  }
  return rowsOf(times);
}

function rowsOf(times: Readonly<Record<'bare' | 'cuedesk' | 'asked' | 'bareAsked', number[]>>): Row[] {
  for (const list of Object.values(times)) list.sort((a, b) => a - b);
  const { bare, cuedesk, asked, bareAsked } = times;
  const ms = (list: readonly number[], share: number) => quantile(list, share).toFixed(1);
  return [
    {
      row: 'event to the scene request at OBS, p99',
      value: quantile(asked, 0.99),
      unit: 'ms',
      target: { most: 15 },
      detail: `p50 ${ms(asked, 0.5)} ms of ${SWITCHES}; from the frame's sending: checked, kept, and OBS asked what is on. The bare script, which does none of it, p50 ${ms(bareAsked, 0.5)} ms, p99 ${ms(bareAsked, 0.99)} ms`,
    },
    {
      row: 'event to CurrentProgramSceneChanged / bare obs-websocket-js script',
      value: median(cuedesk) / median(bare),
      unit: 'times',
      target: { most: 1.3 },
      detail: `p50 ${ms(cuedesk, 0.5)} ms against ${ms(bare, 0.5)} ms, p99 ${ms(cuedesk, 0.99)} against ${ms(bare, 0.99)}; a real OBS at 30 fps, in turns`,
    },
  ];
}

/** Milliseconds from the frame to the request at OBS and to the scene on program, from a show that stands in its home. */
async function switched(
  watcher: OBSWebSocket,
  onSwitch: (heard: () => void) => void,
  side: Side,
  serial: number,
): Promise<{ asked: number; shown: number }> {
  if ((await watcher.call('GetCurrentProgramScene')).currentProgramSceneName !== HOME) {
    const home = sceneShown(watcher, HOME);
    await watcher.call('SetCurrentProgramScene', { sceneName: HOME });
    await home;
  }
  await knowsHome(side);
  // OBS draws every 33 ms: each try meets it elsewhere between two pictures.
  await pause(60 + Math.random() * 33);
  let asked = Number.NaN;
  const shown = sceneShown(watcher, AWAY);
  const begun = performance.now();
  onSwitch(() => {
    asked = performance.now() - begun;
  });
  side.source.send(giftFrame(serial));
  const at = await shown;
  return { asked, shown: at - begun };
}

/** When OBS told that the scene is on. */
async function sceneShown(watcher: OBSWebSocket, scene: string): Promise<number> {
  const seen = Promise.withResolvers<number>();
  const hear = ({ sceneName }: { sceneName: string }) => {
    if (sceneName === scene) seen.resolve(performance.now());
  };
  watcher.on('CurrentProgramSceneChanged', hear);
  const late = setTimeout(() => seen.reject(new Error(`OBS never showed ${scene}`)), SILENCE_MS);
  try {
    return await seen.promise;
  } finally {
    clearTimeout(late);
    watcher.off('CurrentProgramSceneChanged', hear);
  }
}

/** A program that still believes the other scene to be on would take this try for a human's hand. */
async function knowsHome({ program, url }: Side): Promise<void> {
  if (url === '') return;
  for (const end = Date.now() + SILENCE_MS; Date.now() < end; await pause(5)) {
    const { scene } = (await askOf(program, 'GET', '/api/v1/obs')) as { scene: string | null };
    if (scene === HOME) return;
  }
  throw new Error(`Cuedesk did not see that ${HOME} is on`);
}

async function bareSide(obsUrl: string, password: string): Promise<Side> {
  const bridge = await openBridge();
  const program = await startBareObs(bridge.url, obsUrl, password, AWAY);
  return { program, source: await bridge.socket, url: '', close: () => closed(program, bridge) };
}

async function cuedeskSide(obsUrl: string, password: string): Promise<Side> {
  const bridge = await openBridge();
  const program = await startCuedesk(`--source=tikfinity:${bridge.url}`);
  const actions = [{ type: 'show-scene', scene: AWAY, hold: null }];
  const when = [{ match: 'all', conditions: [{ type: 'gift', diamonds: 1 }] }];
  await askOf(program, 'PUT', '/api/v1/scene-rules', [{ id: 'gift', name: 'gift', when, actions }]);
  // Each try is put back by a hand, which is not what is measured here.
  await askOf(program, 'PUT', '/api/v1/scene-automation', { pauseOn: 'hold' });
  await connectObs(program, obsUrl, password);
  return { program, source: await bridge.socket, url: program.url, close: () => closed(program, bridge) };
}

async function closed(program: Program, bridge: { close(): unknown }): Promise<void> {
  bridge.close();
  await program.stop();
}

/** Eight hours of a show with as many rules as may be kept, which switch a real OBS all the while. */
async function growingRow(obs: RealObs): Promise<Row> {
  const held: number[] = [];
  const resident = await longShow(async (program) => {
    await askOf(program, 'PUT', '/api/v1/scene-rules', aMixOfRules(MOST_RULES));
    await connectObs(program, obs.address, obs.password);
    return async () => void held.push(await heldHeapOf(program));
  }, startInspected);
  const name = `${HOURS} hours replayed with ${MOST_RULES} scene rules on a real OBS, after the first tenth`;
  const row = growthRow(`${name}: growth of what the server holds`, held, 2);
  return {
    ...row,
    detail: `${row.detail}, after a collection each; resident ${resident[1]?.toFixed(0)} to ${resident.at(-1)?.toFixed(0)}`,
  };
}

async function connectObs(program: Program, address: string, password: string): Promise<void> {
  const { state } = (await askOf(program, 'POST', '/api/v1/obs/connect', { address, password })) as { state: string };
  if (state !== 'connected') throw new Error(`Cuedesk did not connect to OBS: ${state}`);
}

async function askOf({ url }: Program, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
