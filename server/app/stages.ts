import type { Language } from '../../shared/languages.ts';
import type { StageMoment, StageStatus } from '../../shared/protocol.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { type Secrets, sameToken } from '../store/secrets.ts';
import { addStage, type KeptStage, readStages, rotateStage, setStageLanguage } from '../store/stages.ts';
import type { Store } from '../store/store.ts';
import { createListeners } from './listeners.ts';

/** A moment older than this is never shown as new. */
const MOMENT_KEPT_MS = 30_000;
/** A storm of single gifts must not make every connect heavy. */
const MOMENTS_KEPT = 200;
/** Pages report every 5 s; three reports missed and a page is gone. */
const PAGE_SILENT_MS = 16_000;

/** What a stage's page says of itself every 5 s. */
export interface PageReport {
  readonly width: number;
  readonly height: number;
  readonly browser: string;
  readonly framesPerSecond: number;
}

export type Stages = Awaited<ReturnType<typeof openStages>>;

/** The stages of a creator: their addresses, what each has to show from the last seconds, and which pages are there. */
export async function openStages(deps: {
  store: Store;
  creatorId: string;
  secrets: Secrets;
  clock: () => EpochMillis;
  newId: () => string;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, secrets, clock, newId, onFault } = deps;
  let stages = await readStages(store.db, creatorId);
  if (stages.length === 0) {
    await addStage(store.db, creatorId, { id: newId(), name: 'Main', language: 'en', rotation: 1 }, clock());
    stages = await readStages(store.db, creatorId);
  }
  const changed = createListeners<void>(onFault);
  const rotated = createListeners<string>(onFault);
  const settingUpChanged = createListeners<void>(onFault);
  const reload = createListeners<string>(onFault);
  const pages = new Map<string, { stage: string; seenAt: EpochMillis; report: PageReport | null }>();
  const lastSeen = new Map<string, { at: EpochMillis; report: PageReport | null }>();
  /** Stages that tell of themselves, until the next start. */
  const settingUp = new Set<string>();
  /** By key, oldest first: a streak that grows takes its new place at the end. */
  const moments = new Map<string, { moment: StageMoment; at: EpochMillis }>();

  const tokenOf = (stage: KeptStage) => secrets.derive(`stage:${stage.id}:${stage.rotation}`);

  function statusOf(stage: KeptStage): StageStatus {
    const now = clock();
    const there = [...pages.values()].filter((page) => page.stage === stage.id && now - page.seenAt < PAGE_SILENT_MS);
    const seen = lastSeen.get(stage.id);
    const report = there.at(-1)?.report ?? seen?.report ?? null;
    return {
      id: stage.id,
      name: stage.name,
      state: there.length > 0 ? 'connected' : seen ? 'gone' : 'never',
      seenAt: seen ? toInstant(seen.at) : null,
      size: report ? { width: report.width, height: report.height } : null,
      browser: report?.browser ?? null,
      framesPerSecond: report?.framesPerSecond ?? null,
      pages: there.length,
      setUp: settingUp.has(stage.id),
    };
  }

  return {
    onChange: changed.add,
    /** Told with the id of a stage whose address was made worthless: its pages are to be cut. */
    onRotate: rotated.add,
    /** Told when a stage begins or ends to tell of itself. */
    onSetUp: settingUpChanged.add,
    /** Told with the id of a stage whose pages are to load themselves anew. */
    onReload: reload.add,

    list: (): ReadonlyArray<KeptStage> => stages,
    /** The address for OBS; the token stands in the fragment, which no server and no log ever sees. */
    urlOf: (stage: KeptStage, base: string) => `${base}/stage/#${tokenOf(stage)}`,
    byToken: (token: string): KeptStage | null => stages.find((stage) => sameToken(token, tokenOf(stage))) ?? null,
    statuses: (): StageStatus[] => stages.map(statusOf),

    async rotate(id: string): Promise<boolean> {
      const stage = stages.find((one) => one.id === id);
      if (!stage) return false;
      await rotateStage(store.db, creatorId, id, stage.rotation + 1);
      stages = await readStages(store.db, creatorId);
      rotated.tell(id);
      changed.tell();
      return true;
    },

    isSettingUp: (id: string): boolean => settingUp.has(id),

    /** False when there is no such stage. */
    setUp(id: string, on: boolean): boolean {
      if (!stages.some((stage) => stage.id === id)) return false;
      if (on) settingUp.add(id);
      else settingUp.delete(id);
      settingUpChanged.tell();
      changed.tell();
      return true;
    },

    askReload(id: string): boolean {
      if (!stages.some((stage) => stage.id === id)) return false;
      reload.tell(id);
      return true;
    },

    async setLanguage(language: Language): Promise<void> {
      await setStageLanguage(store.db, creatorId, language);
      stages = await readStages(store.db, creatorId);
      changed.tell();
    },

    pageThere(page: string, stage: string, report: PageReport | null): void {
      const now = clock();
      const known = pages.get(page);
      pages.set(page, { stage, seenAt: now, report: report ?? known?.report ?? null });
      lastSeen.set(stage, { at: now, report: report ?? known?.report ?? lastSeen.get(stage)?.report ?? null });
      if (!known || JSON.stringify(known.report) !== JSON.stringify(report)) changed.tell();
    },

    pageGone(page: string): void {
      if (pages.delete(page)) changed.tell();
    },

    /** Keeps moments for pages that connect in the next seconds. */
    remember(news: ReadonlyArray<StageMoment>): void {
      const at = clock();
      for (const moment of news) {
        moments.delete(moment.key);
        moments.set(moment.key, { moment, at });
      }
      for (const [key, { at: kept }] of moments) {
        if (moments.size <= MOMENTS_KEPT && at - kept <= MOMENT_KEPT_MS) break;
        moments.delete(key);
      }
    },

    /** The moments of the last 30 s, oldest first. */
    recent(): StageMoment[] {
      const now = clock();
      return [...moments.values()].filter(({ at }) => now - at <= MOMENT_KEPT_MS).map(({ moment }) => moment);
    },
  };
}
