import { z } from 'zod';
import type { StageStatus } from '../../shared/studio-view.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';

/** Pages report every 5 s; three reports missed and a page is gone. */
const PAGE_SILENT_MS = 16_000;

/** What a stage's page says of itself every 5 s. */
export interface PageReport {
  readonly width: number;
  readonly height: number;
  readonly browser: string;
  readonly framesPerSecond: number;
}

const Report = z.object({ width: z.number(), height: z.number(), browser: z.string(), framesPerSecond: z.number() });

/** By the id of a stage: when a page of it was last there, and what it told. */
export const LastSeen = z.record(z.string(), z.object({ at: z.number(), report: Report.nullable() }));
export type LastSeen = z.infer<typeof LastSeen>;

export type StagePages = ReturnType<typeof createStagePages>;

/** Which pages are there, and what they last told. `changed` is called when that shows in a status. */
export function createStagePages(
  clock: () => EpochMillis,
  changed: () => void,
  before: LastSeen = {},
  /** Called with all that was seen when a page came or went: what the next start is to know. */
  keep: (seen: LastSeen) => void = () => undefined,
) {
  const pages = new Map<
    string,
    { stage: string; seenAt: EpochMillis; report: PageReport | null; alertsWaiting: number }
  >();
  const lastSeen = new Map<string, LastSeen[string]>(Object.entries(before));
  const keepAll = () => keep(Object.fromEntries(lastSeen));

  return {
    pageThere(page: string, stage: string, report: PageReport | null): void {
      const now = clock();
      const known = pages.get(page);
      pages.set(page, {
        stage,
        seenAt: now,
        report: report ?? known?.report ?? null,
        alertsWaiting: known?.alertsWaiting ?? 0,
      });
      lastSeen.set(stage, { at: now, report: report ?? known?.report ?? lastSeen.get(stage)?.report ?? null });
      if (!known || JSON.stringify(known.report) !== JSON.stringify(report)) changed();
      // Not each report: how many frames were drawn is of now.
      if (!known || (!known.report && report)) keepAll();
    },

    /** How many alerts a page has that are not on air yet. */
    pageWaits(page: string, alertsWaiting: number): void {
      const known = pages.get(page);
      if (!known || known.alertsWaiting === alertsWaiting) return;
      pages.set(page, { ...known, alertsWaiting });
      changed();
    },

    /** The most that wait on a page that is there: each page has a queue of its own. Null while none is there. */
    alertsWaiting(): number | null {
      const there = [...pages.values()].filter((page) => clock() - page.seenAt < PAGE_SILENT_MS);
      return there.length > 0 ? Math.max(...there.map((page) => page.alertsWaiting)) : null;
    },

    pageGone(page: string): void {
      if (!pages.delete(page)) return;
      keepAll();
      changed();
    },

    /** The pages of a stage that have a connection, silent or not. */
    pagesOf: (stage: string): string[] => [...pages].filter(([, page]) => page.stage === stage).map(([id]) => id),

    forget(stage: string): void {
      lastSeen.delete(stage);
    },

    seenOf(stage: string): Pick<StageStatus, 'state' | 'seenAt' | 'size' | 'browser' | 'framesPerSecond' | 'pages'> {
      const now = clock();
      const there = [...pages.values()].filter((page) => page.stage === stage && now - page.seenAt < PAGE_SILENT_MS);
      const seen = lastSeen.get(stage);
      const report = there.at(-1)?.report ?? seen?.report ?? null;
      return {
        state: there.length > 0 ? 'connected' : seen ? 'gone' : 'never',
        seenAt: seen ? toInstant(seen.at) : null,
        size: report ? { width: report.width, height: report.height } : null,
        browser: report?.browser ?? null,
        framesPerSecond: report?.framesPerSecond ?? null,
        pages: there.length,
      };
    },
  };
}
