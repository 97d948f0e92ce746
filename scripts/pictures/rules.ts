import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { FakeObs } from '../../test/fakes/obs-server.ts';
import { atRest, open, type Show, write } from './show.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 4200 },
  isMobile: true,
  hasTouch: true,
};

const PICTURED_RULES = [
  {
    id: 'party',
    name: 'Celebrate big gifts',
    priority: 5,
    when: [
      { match: 'all', conditions: [{ type: 'gift', diamonds: 500 }] },
      {
        match: 'none',
        conditions: [
          { type: 'serving', on: true },
          { type: 'scene', scene: 'BRB' },
        ],
      },
    ],
    actions: [
      { type: 'show-scene', scene: 'Celebration', hold: { seconds: 8 } },
      { type: 'wait', seconds: 2 },
      { type: 'save-replay' },
    ],
    cooldown: { seconds: 60 },
  },
  {
    id: 'session',
    name: 'In session',
    when: [{ match: 'all', conditions: [{ type: 'serving', on: true, paid: true }] }],
    actions: [{ type: 'show-scene', scene: 'Booking', hold: { seconds: 1, whileTrue: true } }],
    priority: 50,
    crossesFences: true,
  },
];

/** A rule with its conditions and steps, and the live that runs rehearsed beside what really came on in it. */
export async function pictureRules(browser: Browser, show: Show): Promise<void> {
  const obs = await FakeObs.start({ password: 'long enough', steps: { without: [] } });
  await show.ask('PUT', '/api/v1/scene-rules', PICTURED_RULES);
  await show.ask('PUT', '/api/v1/scene-automation', { fences: ['Booking'] });
  await show.ask('POST', '/api/v1/obs/connect', { address: obs.address, password: 'long enough' });
  await giveBouquet(show);
  await until(() => obs.program === 'Celebration');
  obs.humanSwitches('BRB');
  for (const [name, options] of [
    ['studio-rules', { viewport: { width: 1440, height: 2600 } }],
    ['studio-rules-phone', PHONE],
  ] as const) {
    const page = await open(browser, `${show.base}/studio#scenes`, { ...options, extraHTTPHeaders: show.owner });
    const rule = page.locator('.rule-editor').first();
    await rule.locator('.rule-open').click();
    await page.getByRole('button', { name: 'Rehearse on the last live' }).click();
    await page.getByText('BRB (by hand)').waitFor();
    await atRest(page);
    await letGo(page);
    write(name, await page.locator('section.card', { has: rule }).screenshot());
    await page.context().close();
  }
  await obs.stop();
}

/** What stays at the edge of the window would lie over a picture that is taller than it. */
async function letGo(page: Page): Promise<void> {
  await page.locator('body *').evaluateAll((all) => {
    for (const one of all as HTMLElement[]) {
      if (['sticky', 'fixed'].includes(getComputedStyle(one).position)) one.style.position = 'static';
    }
  });
}

async function giveBouquet(show: Show): Promise<void> {
  const user = { id: 'pictures jonas', name: 'Jonas Beispiel' };
  const gift = { id: '1', name: 'Bouquet', diamonds: 640, count: 1 };
  await show.ask('POST', '/api/v1/events', {
    id: 'pictures-rule',
    type: 'gift',
    at: new Date().toISOString(),
    user,
    gift,
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 200) throw new Error('it never came');
    await new Promise((next) => setTimeout(next, 50));
  }
}
