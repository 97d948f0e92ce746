import { setTimeout as delay } from 'node:timers/promises';
import { EventSubscription } from 'obs-websocket-js/json';
import { z } from 'zod';
import type { ObsTarget } from '../core/scenes/obs-port.ts';
import { asObsFault, ObsFault } from './obs-fault.ts';
import { type AllowedRequest, NEEDED_REQUESTS } from './requests.ts';
import { type ObsSocket, openSocket } from './socket.ts';

/** A frozen OBS says nothing: only an unanswered question finds it. */
const PROBE_EVERY_MS = 3000;
/** Passwords that OBS makes have 16 characters; a short one can be guessed from what goes over the wire. */
const SHORTEST_PASSWORD = 8;

const SceneName = z.string();
const Version = z.object({ obsVersion: z.string().max(100), availableRequests: z.array(z.string()) });
const SceneList = z.object({
  currentProgramSceneName: SceneName,
  scenes: z.array(
    z.object({ sceneIndex: z.int(), sceneName: SceneName, sceneUuid: z.string().optional().catch(undefined) }),
  ),
});
const Collection = z.object({ currentSceneCollectionName: z.string() });
const Program = z.object({ currentProgramSceneName: SceneName });
const Stage = z.object({ currentProgramSceneName: SceneName, currentPreviewSceneName: SceneName.nullish() });
const Active = z.object({ outputActive: z.boolean() });
const StudioMode = z.object({ studioModeEnabled: z.boolean() });

/** Both connections to one OBS: one asks, the other listens (3.5 ms instead of 45 for a scene switch). */
export interface ObsLink {
  readonly asking: ObsSocket;
  readonly listening: ObsSocket;
  readonly obsVersion: string;
  /** Whether this OBS has the request; told by itself, never guessed from its version. */
  readonly has: (request: AllowedRequest) => boolean;
  /** Stable words on what is unsafe although it works. */
  readonly warnings: string[];
  /** Resolves when either connection is over, or OBS is found frozen; both are closed then. */
  readonly closed: Promise<ObsFault>;
}

/** Rejects with an {@link ObsFault}. */
export async function openLink(target: ObsTarget, stop: AbortSignal): Promise<ObsLink> {
  const asking = await openSocket({ ...target, subscriptions: EventSubscription.None, stop });
  let listening: ObsSocket | null = null;
  try {
    const { obsVersion, availableRequests } = await asking.call('GetVersion', undefined, Version);
    if (!NEEDED_REQUESTS.every((needed) => availableRequests.includes(needed))) {
      throw new ObsFault('too-old', -1, `OBS ${obsVersion} lacks requests`);
    }
    const { General, Config, Scenes, Ui, Outputs } = EventSubscription;
    listening = await openSocket({ ...target, subscriptions: General | Config | Scenes | Ui | Outputs, stop });
    const closed = closeTogether(asking, listening);
    const available = new Set(availableRequests);
    const has = (request: AllowedRequest) => available.has(request);
    return { asking, listening, obsVersion, has, warnings: warningsOf(asking, target.password), closed };
  } catch (error) {
    const fault = asObsFault(error);
    asking.terminate(fault);
    listening?.terminate(fault);
    throw fault;
  }
}

function warningsOf(socket: ObsSocket, password: string | null): string[] {
  if (!socket.authenticated) return ['no-password'];
  return password !== null && password.length < SHORTEST_PASSWORD ? ['short-password'] : [];
}

async function closeTogether(asking: ObsSocket, listening: ObsSocket): Promise<ObsFault> {
  const over = new AbortController();
  const reason = await Promise.race([asking.closed, listening.closed, probe(asking, over.signal)]);
  over.abort();
  asking.terminate(reason);
  listening.terminate(reason);
  return reason;
}

/** Resolves with a fault when a question stays without an answer. */
async function probe(socket: ObsSocket, over: AbortSignal): Promise<ObsFault> {
  for (;;) {
    try {
      await delay(PROBE_EVERY_MS, undefined, { signal: over });
      await socket.call('GetVersion', undefined, z.unknown());
    } catch (error) {
      return over.aborted ? new ObsFault('closed', -1, 'stopped') : asObsFault(error);
    }
  }
}

/** The scene list as OBS shows it, top first: the protocol counts from the bottom. `ids` is empty before OBS 30. */
export async function readScenes(
  socket: ObsSocket,
): Promise<{ scenes: string[]; scene: string; ids: Map<string, string> }> {
  const list = await socket.call('GetSceneList', undefined, SceneList);
  const sorted = list.scenes.toSorted((a, b) => b.sceneIndex - a.sceneIndex);
  const ids = sorted.flatMap(({ sceneName, sceneUuid }) =>
    sceneUuid === undefined ? [] : [[sceneName, sceneUuid] as const],
  );
  return { scenes: sorted.map(({ sceneName }) => sceneName), scene: list.currentProgramSceneName, ids: new Map(ids) };
}

/** The name of the scene collection; null where OBS does not say. */
export async function readCollection({ asking, has }: ObsLink): Promise<string | null> {
  if (!has('GetSceneCollectionList')) return null;
  return (await asking.call('GetSceneCollectionList', undefined, Collection)).currentSceneCollectionName;
}

export async function readProgram(socket: ObsSocket): Promise<string> {
  return (await socket.call('GetCurrentProgramScene', undefined, Program)).currentProgramSceneName;
}

/** Program and preview; the preview is null outside Studio Mode. */
export async function readStage(socket: ObsSocket): Promise<{ program: string; preview: string | null }> {
  const list = await socket.call('GetSceneList', undefined, Stage);
  return { program: list.currentProgramSceneName, preview: list.currentPreviewSceneName ?? null };
}

/** Whether OBS streams or records; null where it does not say. */
export async function readOutput({ asking, has }: ObsLink, of: 'stream' | 'record'): Promise<boolean | null> {
  const request = of === 'stream' ? 'GetStreamStatus' : 'GetRecordStatus';
  return has(request) ? (await asking.call(request, undefined, Active)).outputActive : null;
}

export async function readStudioMode(socket: ObsSocket): Promise<boolean> {
  return (await socket.call('GetStudioModeEnabled', undefined, StudioMode)).studioModeEnabled;
}
