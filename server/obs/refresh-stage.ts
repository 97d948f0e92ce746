import { z } from 'zod';
import { ObsFault } from './obs-fault.ts';
import type { ObsSocket } from './socket.ts';

const BROWSER = 'browser_source';
/** The button "Refresh cache of current page" of a browser source's settings. */
const REFRESH_BUTTON = 'refreshnocache';

const InputList = z.object({ inputs: z.array(z.object({ inputName: z.string() })) });
const InputSettings = z.object({ inputSettings: z.object({ url: z.string().optional().catch(undefined) }) });

/**
 * Presses the refresh button of every browser source whose address ends so, and of no other: the streamer's other pages
 * are none of our business. One that is removed meanwhile, or an OBS that goes away, counts as not refreshed.
 */
export async function refreshStage(socket: ObsSocket, ending: string): Promise<number> {
  let refreshed = 0;
  try {
    const { inputs } = await socket.call('GetInputList', { inputKind: BROWSER }, InputList);
    for (const { inputName } of inputs) {
      if (await refreshOne(socket, inputName, ending)) refreshed += 1;
    }
  } catch (error) {
    if (!(error instanceof ObsFault)) throw error;
  }
  return refreshed;
}

async function refreshOne(socket: ObsSocket, inputName: string, ending: string): Promise<boolean> {
  try {
    const { inputSettings } = await socket.call('GetInputSettings', { inputName }, InputSettings);
    if (!inputSettings.url?.endsWith(ending)) return false;
    const press = { inputName, propertyName: REFRESH_BUTTON };
    await socket.call('PressInputPropertiesButton', press, z.unknown());
    return true;
  } catch (error) {
    if (error instanceof ObsFault && error.kind === 'request') return false;
    throw error;
  }
}
