import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { type Counts, UNSAID } from './counts.ts';

/** Writes a run's counts, with the reason of each skipped test, to the file named in CUEDESK_TEST_COUNTS. */
class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env['CUEDESK_TEST_COUNTS'];
    if (file) writeFileSync(file, JSON.stringify(count(modules, unhandled.length)));
  }
}

function count(modules: readonly TestModule[], unhandled: number): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const skipped = tests.flatMap((test) => {
    const result = test.result();
    return result.state === 'skipped'
      ? [{ name: test.fullName, reason: result.note ?? saidInName(test.fullName) }]
      : [];
  });
  const failed = tests.filter((test) => test.result().state === 'failed').length;
  // A file that could not be loaded has no tests to count, and is a failure all the same.
  const broken = modules.filter((module) => module.errors().length > 0).length;
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  return { passed, failed: failed + broken + unhandled, skipped };
}

/** `skipIf` takes no reason, so such tests say it in their own or their group's name: `(skipped: ...)`. */
function saidInName(name: string): string {
  return /\(skipped: ([^)]+)\)/.exec(name)?.[1] ?? UNSAID;
}

// Vitest takes a reporter by the default export of a file.
export default CountsReporter;
