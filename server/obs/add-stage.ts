import { z } from 'zod';
import type { StagePlaced, StageRefusal } from '../core/scenes/obs-port.ts';
import { readProgram } from './link.ts';
import { ALREADY_EXISTS, KIND_UNKNOWN, ObsFault } from './obs-fault.ts';
import type { ObsSocket } from './socket.ts';

/** Name of the browser source in OBS; a source of that name is ours. */
const STAGE_INPUT = 'Cuedesk stage';
const BROWSER = 'browser_source';
const FRAMES_PER_SECOND = 30;

const VideoSettings = z.object({ baseWidth: z.int().positive(), baseHeight: z.int().positive() });
const KindList = z.object({ inputKinds: z.array(z.string()) });
const InputList = z.object({ inputs: z.array(z.object({ inputName: z.string() })) });

type Size = NonNullable<StageRefusal['size']>;

/**
 * Puts the stage's page into the scene that is on, as a browser source of the canvas's size; where it is there already,
 * only its address is renewed, since place and size may have been set by hand. The address carries a token: it goes to
 * OBS and nowhere else, and no fault of this file repeats it.
 */
export async function addStage(socket: ObsSocket, url: string): Promise<StagePlaced | StageRefusal> {
  let size: Size | null = null;
  try {
    const video = await socket.call('GetVideoSettings', undefined, VideoSettings);
    size = { width: video.baseWidth, height: video.baseHeight };
    const { inputKinds } = await socket.call('GetInputKindList', undefined, KindList);
    if (!inputKinds.includes(BROWSER)) return refuseStage('no-browser-source', size);
    const scene = await readProgram(socket);
    const { inputs } = await socket.call('GetInputList', { inputKind: BROWSER }, InputList);
    const placed = inputs.some((input) => input.inputName === STAGE_INPUT) ? 'updated' : 'added';
    if (placed === 'updated') await renew(socket, url);
    else await create(socket, url, scene, size);
    return { placed, scene, ...size };
  } catch (error) {
    return refuseStage(whyOf(error), size);
  }
}

async function create(socket: ObsSocket, url: string, sceneName: string, size: Size): Promise<void> {
  const inputSettings = {
    url,
    ...size,
    fps_custom: true,
    fps: FRAMES_PER_SECOND,
    // A page that is shut down when hidden would come back empty and miss what happened meanwhile.
    shutdown: false,
    restart_when_active: false,
    reroute_audio: true,
    // The page needs no right over OBS at all.
    webpage_control_level: 0,
  };
  const input = { sceneName, inputName: STAGE_INPUT, inputKind: BROWSER, inputSettings, sceneItemEnabled: true };
  await socket.call('CreateInput', input, z.unknown());
}

async function renew(socket: ObsSocket, url: string): Promise<void> {
  await socket.call('SetInputSettings', { inputName: STAGE_INPUT, inputSettings: { url }, overlay: true }, z.unknown());
}

function whyOf(error: unknown): StageRefusal['why'] {
  if (!(error instanceof ObsFault)) throw error;
  if (error.kind !== 'request') return 'obs-not-connected';
  if (error.code === KIND_UNKNOWN) return 'no-browser-source';
  return error.code === ALREADY_EXISTS ? 'name-taken' : 'obs-failed';
}

export function refuseStage(why: StageRefusal['why'], size: Size | null): StageRefusal {
  return { refused: true, why, size };
}
