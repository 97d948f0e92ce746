import { expect, test } from 'vitest';
import { createStagePages, type LastSeen } from '../../server/app/stage-pages.ts';

const report = { width: 1080, height: 1920, browser: 'OBS/31', framesPerSecond: 60 };

test('[ST271] when a stage was last seen, and in what, is known after a restart', () => {
  let now = Date.parse('2026-11-22T18:00:00Z');
  let kept: LastSeen = {};
  const start = () =>
    createStagePages(
      () => now,
      () => undefined,
      kept,
      (seen) => {
        kept = JSON.parse(JSON.stringify(seen));
      },
    );
  const first = start();
  expect(first.seenOf('main').state).toBe('never');
  first.pageThere('page', 'main', null);
  first.pageThere('page', 'main', report);
  now += 5000;
  first.pageThere('page', 'main', report);
  first.pageGone('page');
  now += 60_000;
  expect(start().seenOf('main')).toMatchObject({
    state: 'gone',
    seenAt: '2026-11-22T18:00:05.000Z',
    browser: 'OBS/31',
    pages: 0,
  });
});

test('[SU545] how many alerts wait is told by the page where most do, and by none once they are gone or silent', () => {
  let now = Date.parse('2026-11-22T18:00:00Z');
  let changes = 0;
  const pages = createStagePages(
    () => now,
    () => {
      changes += 1;
    },
  );
  expect(pages.alertsWaiting()).toBeNull();
  pages.pageThere('one', 'main', report);
  pages.pageThere('two', 'wide', report);
  expect(pages.alertsWaiting()).toBe(0);
  pages.pageWaits('one', 3);
  pages.pageWaits('two', 12);
  pages.pageWaits('nobody', 40);
  expect(pages.alertsWaiting()).toBe(12);
  const before = changes;
  pages.pageWaits('two', 12);
  expect(changes).toBe(before);
  pages.pageThere('two', 'wide', report);
  expect(pages.alertsWaiting()).toBe(12);
  pages.pageGone('two');
  expect(pages.alertsWaiting()).toBe(3);
  now += 60_000;
  expect(pages.alertsWaiting()).toBeNull();
});
