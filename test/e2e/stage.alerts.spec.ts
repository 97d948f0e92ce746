import { expect, type Page, test } from '@playwright/test';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { AlertControl, StageMoment } from '../../shared/stage-view.ts';
import type { PageServer } from '../fakes/page-server.ts';
import { startPageServer } from '../fakes/page-server.ts';
import { faultsOf, fullView, giftNow } from './stage-given.ts';

let server: PageServer;
let seq = 0;
test.beforeEach(async () => {
  seq = 0;
  server = await startPageServer(fullView());
});
test.afterEach(() => server.goAway());

function gift(key: string, count: number): StageMoment {
  seq += 1;
  return giftNow(key, `Viewer ${key}`, count, seq);
}

function control(acts: Partial<AlertControl>): void {
  const now = new Date().toISOString();
  server.view = { ...server.view, serverTime: now, alertControl: { ...server.view.alertControl, ...acts } };
  server.tellView();
}

async function open(page: Page): Promise<void> {
  await page.goto(server.stageAddress);
  await page.locator('.address').waitFor();
}

test('[ST44] while paused nobody comes on, and afterwards who waited does', async ({ page }) => {
  server.view = { ...server.view, alertControl: { ...server.view.alertControl, paused: true } };
  await open(page);
  server.tellMoments([gift('a', 2)]);
  // A name that changes in the same frame as the gift came, or in a later one: then the gift was held.
  const { bio } = server.view;
  server.view = { ...server.view, bio: bio && { ...bio, name: 'Lena Later' } };
  server.tellView();
  await expect(page.locator('.bio-name')).toHaveText('Lena Later');
  await expect(page.locator('.alert')).toHaveCount(0);
  control({ paused: false });
  await expect(page.locator('[data-key=a]')).toContainText('×2');
});

test('[ST45] [ST46] [ST47] [ST188] an alert is skipped, which the server is told, shown again and cleared by hand', async ({
  page,
}) => {
  await open(page);
  server.tellMoments([gift('a', 2), gift('b', 3)]);
  await expect(page.locator('.alert')).toHaveCount(2);
  control({ skips: 1 });
  await expect(page.locator('[data-key=a]')).toHaveCount(0);
  await expect(page.locator('[data-key=b]')).toBeVisible();
  expect(server.skipped).toEqual(['a']);
  control({ replays: 1 });
  await expect(page.locator('[data-key=a]')).toContainText('Viewer a');
  control({ clearedSeq: 2 });
  await expect(page.locator('.alert')).toHaveCount(0);
});

test('[ST6] [ST49] what is on and what waits is there again after a reload, though the server has forgotten it', async ({
  page,
}) => {
  await open(page);
  server.tellMoments([gift('a', 30), gift('b', 20), gift('c', 10)]);
  await expect(page.getByText('and 1 more')).toBeVisible();
  server.view = { ...server.view, serverTime: new Date().toISOString() };
  await page.reload();
  await expect(page.locator('[data-key=a]')).toContainText('×30');
  await expect(page.locator('[data-key=b]')).toContainText('×20');
  await expect(page.getByText('and 1 more')).toBeVisible();
  await expect(page.locator('[data-key=c]')).toContainText('×10', { timeout: 10_000 });
});

test('[ST49] a browser that keeps nothing shows alerts all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  const faults = faultsOf(page);
  await open(page);
  server.tellMoments([gift('a', 2)]);
  await expect(page.locator('[data-key=a]')).toBeVisible();
  await page.reload();
  await page.locator('.address').waitFor();
  expect(faults).toEqual([]);
});

test('[ST4] an alert comes on without moving where motion is unwelcome', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  server.tellMoments([gift('a', 2)]);
  await page.locator('[data-key=a]').waitFor();
  expect(await page.locator('[data-key=a]').evaluate((plate) => getComputedStyle(plate).animationName)).toBe('none');
});

/** Counts what the page strikes up, and says how its audio behaves. */
async function listen(page: Page, audio: 'allowed' | 'refused'): Promise<() => Promise<number>> {
  await page.addInitScript((behaves) => {
    Object.assign(window, { tones: 0 });
    const create = AudioContext.prototype.createOscillator;
    BaseAudioContext.prototype.createOscillator = function (this: BaseAudioContext) {
      Object.assign(window, { tones: Reflect.get(window, 'tones') + 1 });
      return create.call(this as AudioContext);
    };
    if (behaves === 'refused') {
      Object.assign(window, {
        AudioContext: class {
          constructor() {
            throw new DOMException('no sound here', 'NotSupportedError');
          }
        },
      });
    }
  }, audio);
  return () => page.evaluate(() => Reflect.get(window, 'tones') as number);
}

test('[ST52] the page that is told so is heard, any other and a muted one is not', async ({ browser }) => {
  const page = await browser.newPage();
  const tones = await listen(page, 'allowed');
  await open(page);
  server.tellMoments([gift('unheard', 2)]);
  await page.locator('[data-key=unheard]').waitFor();
  expect(await tones()).toBe(0);
  server.voice = true;
  await page.reload();
  await page.locator('.address').waitFor();
  // A browser that is not a browser source wants a click before it lets a page be heard.
  await page.mouse.click(5, 5);
  control({ muted: true });
  server.tellMoments([gift('muted', 2)]);
  await page.locator('[data-key=muted]').waitFor();
  expect(await tones()).toBe(0);
  control({ muted: false, clearedSeq: seq });
  await expect(page.locator('.alert')).toHaveCount(0);
  server.tellMoments(Array.from({ length: 40 }, (_, at) => gift(`burst-${at}`, 2)));
  // Three notes are one chime: forty gifts are one sound.
  await expect.poll(tones).toBe(3);
  await page.close();
});

test('[ST52] a browser that refuses sound is no error, and shows the alert', async ({ page }) => {
  const faults = faultsOf(page);
  await listen(page, 'refused');
  server.voice = true;
  await open(page);
  server.tellMoments([gift('a', 2)]);
  await expect(page.locator('[data-key=a]')).toBeVisible();
  expect(faults).toEqual([]);
});

test('[ST53] speech is off until it is switched on, uses this machine’s voices alone and says two at most', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    const voices = [
      { lang: 'en-GB', localService: false, default: true, name: 'elsewhere' },
      { lang: 'de-DE', localService: true, default: false, name: 'german' },
      { lang: 'en-US', localService: true, default: false, name: 'here' },
    ];
    Object.assign(window, {
      said,
      SpeechSynthesisUtterance: class {
        text: string;
        voice: { name: string } | null = null;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        cancel: () => {},
        speak: (one: { text: string; voice: { name: string } }) => said.push(`${one.voice.name}: ${one.text}`),
      },
    });
  });
  const said = () => page.evaluate(() => Reflect.get(window, 'said') as string[]);
  server.voice = true;
  await open(page);
  server.tellMoments([gift('quiet', 2)]);
  await page.locator('[data-key=quiet]').waitFor();
  expect(await said()).toEqual([]);
  server.design = { ...FIRST_DESIGN, alerts: { ...FIRST_DESIGN.alerts, speech: true } };
  control({ clearedSeq: seq });
  await page.reload();
  await page.locator('.address').waitFor();
  for (const key of ['one', 'two', 'three']) {
    server.tellMoments([gift(key, 2)]);
    await page.locator(`[data-key=${key}]`).waitFor();
    control({ clearedSeq: seq });
    await expect(page.locator('.alert')).toHaveCount(0);
  }
  expect(await said()).toEqual(['here: Viewer one sent Rose, 2 times', 'here: Viewer two sent Rose, 2 times']);
});
