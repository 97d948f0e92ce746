import type { Language } from '../../shared/languages.ts';
import type { StageSample } from '../../shared/stage-view.ts';
import type { StageStatus } from '../../shared/studio-view.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { type Secrets, sameToken } from '../store/secrets.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { addStage, changeStage, type KeptStage, readStages, removeStage } from '../store/stages.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';
import { createListeners } from './listeners.ts';
import { createRecentMoments } from './recent-moments.ts';
import { createStagePages, LastSeen } from './stage-pages.ts';

/** The setting that tells the next start when each stage was last seen. */
const SEEN = 'stages-seen';

/** More browser sources than this no OBS has open at once. */
const MOST_STAGES = 20;

/** `language` as it speaks; `languageChosen` false: the studio's, until somebody chooses one for this stage. */
export interface Stage extends Omit<KeptStage, 'language'> {
  readonly language: Language;
  readonly languageChosen: boolean;
}

export type Stages = Awaited<ReturnType<typeof openStages>>;

/** The stages of a creator: their names and addresses, what each has to show from the last seconds, and which pages are there. */
export async function openStages(deps: {
  store: Store;
  creatorId: string;
  secrets: Secrets;
  /** The studio's. */
  language: () => Language;
  clock: () => EpochMillis;
  newId: () => string;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, secrets, clock, newId, onFault } = deps;
  let stages = await readStages(store.db, creatorId);
  if (stages.length === 0) {
    await addStage(store.db, creatorId, { id: newId(), name: 'Main', language: null, rotation: 1 }, clock());
    stages = await readStages(store.db, creatorId);
  }
  const changed = createListeners<void>(onFault);
  const cut = createListeners<string>(onFault);
  const shownChanged = createListeners<void>(onFault);
  const reload = createListeners<string>(onFault);
  const point = createListeners<{ stage: string; widget: string }>(onFault);
  const sample = createListeners<{ stage: string; sample: StageSample }>(onFault);
  const door = createDoor();
  const seenBefore = LastSeen.safeParse(await readSetting(store.db, creatorId, SEEN)).data;
  const keeping = createDoor();
  const keepSeen = (seen: LastSeen) => {
    keeping.run(() => writeSetting(store.db, creatorId, SEEN, seen, clock())).catch(onFault);
  };
  const { forget, seenOf, ...pages } = createStagePages(clock, changed.tell, seenBefore ?? {}, keepSeen);
  /** Stages that tell of themselves, until the next start. */
  const settingUp = new Set<string>();

  const find = (id: string) => stages.find((one) => one.id === id);
  const tokenOf = (stage: Pick<Stage, 'id' | 'rotation'>) => secrets.derive(`stage:${stage.id}:${stage.rotation}`);
  const speaking = (stage: KeptStage): Stage => ({
    ...stage,
    language: stage.language ?? deps.language(),
    languageChosen: stage.language !== null,
  });

  /** Changes one stage, one change at a time; refuses with `not-found`. */
  function change(id: string, how: (stage: KeptStage) => Partial<KeptStage>): Promise<Stage | Refusal> {
    return door.run(async () => {
      const stage = find(id);
      if (!stage) return refuse('not-found');
      const next = { ...stage, ...how(stage) };
      await changeStage(store.db, creatorId, next);
      stages = await readStages(store.db, creatorId);
      if (next.rotation !== stage.rotation) cut.tell(id);
      shownChanged.tell();
      changed.tell();
      return speaking(next);
    });
  }

  return {
    ...pages,
    ...createRecentMoments(clock),
    onChange: changed.add,
    /** Told with the id of a stage whose address was made worthless: its pages are to be cut. */
    onCut: cut.add,
    /** Told when what a stage's view says of the stage itself has changed: its name, its language, whether it is set up. */
    onShown: shownChanged.add,
    /** Told with the id of a stage whose pages are to load themselves anew. */
    onReload: reload.add,
    /** Told with a stage whose pages are to show where one of their widgets stands. */
    onPoint: point.add,
    /** Told with a stage whose pages are to try one of their widgets out, and with what that shows. */
    onSample: sample.add,

    /** Resolves when what was last seen is kept. */
    settled: (): Promise<void> => keeping.run(async () => undefined),

    list: (): Stage[] => stages.map(speaking),
    /** The address for OBS; the token stands in the fragment, which no server and no log ever sees. */
    urlOf: (stage: Pick<Stage, 'id' | 'rotation'>, base: string) => `${base}/stage/#${tokenOf(stage)}`,
    byToken: (token: string): KeptStage | null => stages.find((stage) => sameToken(token, tokenOf(stage))) ?? null,
    /** Whether any stage has a page that is there. */
    isOpen: (): boolean => stages.some(({ id }) => seenOf(id).pages > 0),

    statuses: (): StageStatus[] =>
      stages.map(({ id, name }) => ({ id, name, ...seenOf(id), setUp: settingUp.has(id) })),

    /** Refuses with `too-many-stages`. Without a language it speaks the studio's of now, and keeps to it. */
    add(name: string, language?: Language): Promise<Stage | Refusal> {
      return door.run(async () => {
        if (stages.length >= MOST_STAGES) return refuse('too-many-stages');
        const stage = { id: newId(), name, language: language ?? deps.language(), rotation: 1 };
        // Stages keep the order in which they came, also two of one millisecond.
        await addStage(store.db, creatorId, stage, Math.max(clock(), (stages.at(-1)?.createdAt ?? 0) + 1));
        stages = await readStages(store.db, creatorId);
        changed.tell();
        return { ...stage, languageChosen: true };
      });
    },

    change: (id: string, part: { name?: string | undefined; language?: Language | undefined }) =>
      change(id, (stage) => ({ name: part.name ?? stage.name, language: part.language ?? stage.language })),

    /** Its address is worthless at once. Refuses with `last-stage`: without one there is nothing for OBS. */
    remove(id: string): Promise<null | Refusal> {
      return door.run(async () => {
        if (!find(id)) return refuse('not-found');
        if (stages.length === 1) return refuse('last-stage');
        await removeStage(store.db, creatorId, id);
        stages = await readStages(store.db, creatorId);
        settingUp.delete(id);
        cut.tell(id);
        forget(id);
        changed.tell();
        return null;
      });
    },

    rotate: (id: string) => change(id, (stage) => ({ rotation: stage.rotation + 1 })),

    isSettingUp: (id: string): boolean => settingUp.has(id),

    /** False when there is no such stage. */
    setUp(id: string, on: boolean): boolean {
      if (!find(id)) return false;
      if (on) settingUp.add(id);
      else settingUp.delete(id);
      shownChanged.tell();
      changed.tell();
      return true;
    },

    askReload: (id: string): void => reload.tell(id),
    pointOut: (id: string, widget: string): void => point.tell({ stage: id, widget }),
    tryOut: (id: string, shown: StageSample): void => sample.tell({ stage: id, sample: shown }),
  };
}
