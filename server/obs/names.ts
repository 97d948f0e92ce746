import { z } from 'zod';
import { SceneAction } from '../../shared/scene-actions.ts';
import type { ObsNames } from '../../shared/scenes.ts';
import { MOST_GROUPS, SceneItems } from './groups.ts';
import type { ObsLink } from './link.ts';
import { ObsFault } from './obs-fault.ts';
import type { AllowedRequest } from './requests.ts';

/** Scenes whose sources are asked for, and sources whose filters are: more than anybody chooses from. */
const MOST_ASKED = 200;

const Inputs = z.object({ inputs: z.array(z.object({ inputName: z.string() })) });
const Transitions = z.object({ transitions: z.array(z.object({ transitionName: z.string() })) });
const Hotkeys = z.object({ hotkeys: z.array(z.string()) });
const Filters = z.object({ filters: z.array(z.object({ filterName: z.string() })) });

/** What OBS has that steps of rules can name. What it does not tell, or is gone meanwhile, is left out. */
export async function readNames(link: ObsLink, scenes: ReadonlyArray<string>): Promise<ObsNames> {
  const [inputs, transitions, hotkeys, sources] = await Promise.all([
    told(link, 'GetInputList', undefined, Inputs, (said) => said.inputs.map(({ inputName }) => inputName)),
    told(link, 'GetSceneTransitionList', undefined, Transitions, (said) =>
      said.transitions.map(({ transitionName }) => transitionName),
    ),
    told(link, 'GetHotkeyList', undefined, Hotkeys, (said) => [...new Set(said.hotkeys)].filter(isAllowed)),
    ofEach(scenes, (sceneName) => sourcesOf(link, sceneName)),
  ]);
  const filters = await ofEach([...new Set([...inputs, ...scenes])], (sourceName) =>
    told(link, 'GetSourceFilterList', { sourceName }, Filters, (said) => said.filters.map((one) => one.filterName)),
  );
  return { inputs, transitions, hotkeys, sources, filters };
}

/** Of the scene, and of the groups in it. */
async function sourcesOf(link: ObsLink, sceneName: string): Promise<string[]> {
  const own: string[] = [];
  const groups: string[] = [];
  await told(link, 'GetSceneItemList', { sceneName }, SceneItems, ({ sceneItems }) => {
    own.push(...sceneItems.map((item) => item.sourceName));
    groups.push(...sceneItems.flatMap((item) => (item.isGroup ? [item.sourceName] : [])));
    return own;
  });
  const inGroups = groups
    .slice(0, MOST_GROUPS)
    .map((group) =>
      told(link, 'GetGroupSceneItemList', { sceneName: group }, SceneItems, (said) =>
        said.sceneItems.map((item) => item.sourceName),
      ),
    );
  return [...new Set([...own, ...(await Promise.all(inGroups)).flat()])];
}

/** Those with any, by name. */
async function ofEach(
  names: ReadonlyArray<string>,
  read: (name: string) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const all = names.slice(0, MOST_ASKED).map(async (name) => [name, await read(name)] as const);
  return Object.fromEntries((await Promise.all(all)).filter(([, list]) => list.length > 0));
}

async function told<T>(
  { asking, has }: ObsLink,
  request: AllowedRequest,
  data: object | undefined,
  answer: z.ZodType<T>,
  namesOf: (said: T) => string[],
): Promise<string[]> {
  if (!has(request)) return [];
  try {
    return namesOf(await asking.call(request, data, answer));
  } catch (error) {
    if (error instanceof ObsFault) return [];
    throw error;
  }
}

/** A hotkey that no rule may press is not offered. */
function isAllowed(hotkey: string): boolean {
  return SceneAction.safeParse({ type: 'hotkey', hotkey }).success;
}
