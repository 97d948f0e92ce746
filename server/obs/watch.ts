import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { ObsFact } from '../core/scenes/facts.ts';
import { type Expected, expectChange, settleChange, withdrawChange } from './expected.ts';
import {
  type ObsLink,
  readCollection,
  readOutput,
  readProgram,
  readScenes,
  readStage,
  readStudioMode,
} from './link.ts';
import { asObsFault } from './obs-fault.ts';

/**
 * Leaving Studio Mode makes OBS report a program change and its undoing 44 ms later, which no human made. A change
 * around Studio Mode is believed when it still stands after this time.
 */
const STUDIO_SETTLE_MS = 200;

const SceneChanged = z.object({ sceneName: z.string() });
const SceneRenamed = z.object({ oldSceneName: z.string(), sceneName: z.string() });
/** `outputActive` is false also while OBS reconnects a stream that goes on: only these two states are believed. */
const OutputChanged = z.object({ outputState: z.string() });
const OUTPUT_STATES: Readonly<Record<string, boolean>> = {
  OBS_WEBSOCKET_OUTPUT_STARTED: true,
  OBS_WEBSOCKET_OUTPUT_STOPPED: false,
};
const StudioModeChanged = z.object({ studioModeEnabled: z.boolean() });

/** What is known of the OBS at the other end of a link; kept up to date by its events. */
export interface Watched {
  scene: string;
  scenes: string[];
  /** By name; empty before OBS 30. */
  ids: ReadonlyMap<string, string>;
  collection: string | null;
  studioMode: boolean;
  /** What is in the preview; null outside Studio Mode. */
  preview: string | null;
  /** True while OBS swaps its whole scene collection, or leaves: what it removes then is no edit of the human's. */
  unsettled: boolean;
  /** The scene that was on program before this one. */
  programBefore: string | null;
  /** The scene that was last laid into the preview from here. */
  staged: string | null;
  /** The scene that a human has put into the preview since; null: none that was seen. */
  previewByHand: string | null;
  /** Null: not known. */
  streaming: boolean | null;
  recording: boolean | null;
}

/** Follows one link and tells its own switches from a human's. */
export interface Watch {
  readonly seen: Watched;
  /** To be called before a switch is sent; events overtake answers. */
  expect(scene: string): void;
  withdraw(scene: string): void;
  /** To be called before a scene is staged, for the same reason. */
  expectPreview(scene: string): void;
  /** A switch of ours was accepted. */
  nowOn(scene: string): void;
  /** The program as OBS answers it: when it is news, a human moved, and that is told. */
  noteProgram(scene: string): void;
}

interface Onlooker {
  /** Called with every fact, after `seen` was changed. */
  tell(fact: ObsFact): void;
  /** Called after `seen` was changed by what is no fact for rules: what is in the preview. */
  look(): void;
}

/** Reads OBS's scenes and goes on watching. Rejects with an ObsFault. */
export async function watchScenes(link: ObsLink, { tell, look }: Onlooker): Promise<Watch> {
  const seen: Watched = {
    ...{ scene: '', scenes: [], ids: new Map(), collection: null, studioMode: false, preview: null },
    ...{ unsettled: true, programBefore: null, staged: null, previewByHand: null, streaming: null, recording: null },
  };
  let expected: Expected = [];
  let expectedPreview: Expected = [];
  let aroundStudioMode = false;
  const nowOn = (scene: string) => {
    if (scene !== seen.scene) seen.programBefore = seen.scene;
    seen.scene = scene;
  };
  const noteProgram = (scene: string) => {
    if (seen.unsettled || scene === seen.scene) return;
    nowOn(scene);
    tell({ type: 'human-changed', scene });
  };
  const onProgram = async ({ sceneName }: z.infer<typeof SceneChanged>) => {
    if (seen.unsettled) return;
    const settled = settleChange(expected, sceneName, Date.now());
    expected = settled.expected;
    if (settled.ours || sceneName === seen.scene) return;
    if (!seen.studioMode && !aroundStudioMode) return noteProgram(sceneName);
    await delay(STUDIO_SETTLE_MS);
    // While OBS swaps its scenes it answers no question.
    if (seen.unsettled) return;
    noteProgram(await readProgram(link.asking));
  };
  const onPreview = ({ sceneName }: z.infer<typeof SceneChanged>) => {
    const settled = settleChange(expectedPreview, sceneName, Date.now());
    expectedPreview = settled.expected;
    // With a cut OBS puts there what was on air: told before the change of program, or behind the answer to ours.
    const isSwap = sceneName === seen.scene || (sceneName === seen.programBefore && expected.length > 0);
    seen.previewByHand = settled.ours || isSwap ? null : sceneName;
    if (!seen.studioMode || seen.unsettled) return;
    seen.preview = sceneName;
    look();
  };
  const onStudioMode = async ({ studioModeEnabled: on }: z.infer<typeof StudioModeChanged>) => {
    aroundStudioMode = true;
    seen.studioMode = on;
    // It begins with what is on air.
    seen.preview = on ? seen.scene : null;
    seen.previewByHand = null;
    tell({ type: 'studio-mode-changed', on });
    await delay(STUDIO_SETTLE_MS * 2);
    aroundStudioMode = false;
  };
  const onRename = ({ oldSceneName: from, sceneName: to }: z.infer<typeof SceneRenamed>) => {
    if (seen.unsettled) return;
    const named = (scene: string) => (scene === from ? to : scene);
    seen.scenes = seen.scenes.map(named);
    seen.ids = new Map([...seen.ids].map(([scene, id]) => [named(scene), id]));
    for (const part of ['scene', 'preview', 'staged', 'programBefore', 'previewByHand'] as const) {
      if (seen[part] === from) seen[part] = to;
    }
    tell({ type: 'scene-renamed', from, to });
  };
  const onList = async () => {
    if (seen.unsettled) return;
    const { scenes, ids } = await readScenes(link.asking);
    Object.assign(seen, { scenes, ids });
    tell({ type: 'scenes-listed', scenes, ids, collection: seen.collection });
  };
  const onCollection = async () => {
    const collection = await readCollection(link);
    Object.assign(seen, await readScenes(link.asking), { collection, unsettled: false });
    seen.preview = seen.studioMode ? seen.scene : null;
    expected = [];
    const { scenes, scene, ids } = seen;
    tell({ type: 'collection-changed', scenes, scene, ids, collection });
  };
  const unsettle = () => {
    seen.unsettled = true;
  };
  const onOutput =
    (of: 'stream' | 'record') =>
    ({ outputState }: z.infer<typeof OutputChanged>) => {
      const on = OUTPUT_STATES[outputState];
      if (on === undefined) return;
      seen[of === 'stream' ? 'streaming' : 'recording'] = on;
      tell({ type: 'output-changed', of, on });
    };
  const { listening } = link;
  const hear = <T>(event: string, schema: z.ZodType<T>, take: (data: T) => unknown) =>
    listening.on(event, reader(link, schema, take));
  hear('CurrentProgramSceneChanged', SceneChanged, onProgram);
  hear('CurrentPreviewSceneChanged', SceneChanged, onPreview);
  hear('StudioModeStateChanged', StudioModeChanged, onStudioMode);
  hear('SceneNameChanged', SceneRenamed, onRename);
  hear('SceneListChanged', z.unknown(), onList);
  hear('StreamStateChanged', OutputChanged, onOutput('stream'));
  hear('RecordStateChanged', OutputChanged, onOutput('record'));
  listening.on('CurrentSceneCollectionChanging', unsettle);
  listening.on('ExitStarted', unsettle);
  hear('CurrentSceneCollectionChanged', z.unknown(), onCollection);
  Object.assign(seen, await readScenes(link.asking), { collection: await readCollection(link) });
  seen.studioMode = await readStudioMode(link.asking);
  if (seen.studioMode) seen.preview = (await readStage(link.asking)).preview;
  Object.assign(seen, { streaming: await readOutput(link, 'stream'), recording: await readOutput(link, 'record') });
  seen.unsettled = false;
  return {
    seen,
    noteProgram,
    nowOn,
    expect: (scene) => {
      expected = expectChange(expected, scene, Date.now());
    },
    expectPreview: (scene) => {
      expectedPreview = expectChange(expectedPreview, scene, Date.now());
    },
    withdraw: (scene) => {
      expected = withdrawChange(expected, scene);
    },
  };
}

/**
 * An event in another shape than the protocol's is passed over. One whose handling fails leaves what is known of OBS
 * half true, so the link ends with that fault, and the next one reads everything anew.
 */
function reader<T>(link: ObsLink, schema: z.ZodType<T>, take: (data: T) => unknown): (data: unknown) => void {
  return (data) => {
    const read = schema.safeParse(data);
    if (!read.success) return;
    const taken = async () => take(read.data);
    taken().catch((error: unknown) => link.asking.terminate(asObsFault(error)));
  };
}
