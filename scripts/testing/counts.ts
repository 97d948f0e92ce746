import { existsSync, readFileSync } from 'node:fs';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';

export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skipped[];
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: [] };
export const UNSAID = 'no reason given';

/** Skipped things are named once each however many tests stand behind one reason. */
export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, counts) => total + counts.passed, 0),
    failed: all.reduce((total, counts) => total + counts.failed, 0),
    skipped: all.flatMap((counts) => counts.skipped),
  };
}

/** What scripts/testing/vitest-reporter.ts wrote; nothing when vitest died before its end. */
export function vitestCounts(file: string): Counts {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : NONE;
}

/** What Playwright's own json reporter wrote. A test that failed first and passed later (flaky) has failed. */
export function playwrightCounts(file: string): Counts {
  if (!existsSync(file)) return NONE;
  const report = JSON.parse(readFileSync(file, 'utf8')) as JSONReport;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped: report.suites.flatMap(skippedIn) };
}

function skippedIn(suite: JSONReportSuite): Skipped[] {
  const own = suite.specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'skipped')
      .map((test) => ({
        name: `${test.projectName}: ${spec.title}`,
        reason: test.annotations.find((note) => note.type === 'skip')?.description ?? UNSAID,
      })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(skippedIn)];
}

/** The last line of every test command. */
export function countsLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped`;
}

/** One line per reason, with the tests it keeps from running. */
export function skippedLines(skipped: readonly Skipped[]): string[] {
  const byReason = Map.groupBy(skipped, (one) => one.reason);
  return [...byReason].flatMap(([reason, ones]) => [
    `skipped ${ones.length}: ${reason}`,
    ...ones.map((one) => `  - ${one.name}`),
  ]);
}
