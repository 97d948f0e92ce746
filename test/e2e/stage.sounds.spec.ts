import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const file = resolve(import.meta.dirname, '../../overlay/stage/alerts/sounds.ts');

interface Rendered {
  readonly name: string;
  readonly loudest: number;
  /** Seconds after which nothing is heard any more. */
  readonly over: number;
}

/** Runs in the page, which is the one place that has Web Audio: every sound at full volume, raised as far as it goes. */
async function renderAll(code: string): Promise<Rendered[]> {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const { SOUNDS, strike } = await import(address);
  const rate = 44_100;
  return Promise.all(
    Object.keys(SOUNDS).flatMap((name) =>
      [1, 1.5].map(async (raise) => {
        const audio = new OfflineAudioContext(1, rate * 3, rate);
        strike(audio, SOUNDS[name], 1, raise);
        const wave = (await audio.startRendering()).getChannelData(0);
        const loudest = wave.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        return { name, loudest, over: (wave.findLastIndex((value) => Math.abs(value) > 0.001) + 1) / rate };
      }),
    ),
  );
}

test('[ST54] each sound is heard, is over within two seconds and does not clip', async ({ page }) => {
  const sounds = await page.evaluate(renderAll, stripTypeScriptTypes(readFileSync(file, 'utf8')));
  expect(sounds.map(({ name }) => name)).toEqual(
    ['chime', 'pluck', 'bell', 'rise', 'drum'].flatMap((name) => [name, name]),
  );
  for (const { name, loudest, over } of sounds) {
    expect.soft(loudest, `${name} is heard`).toBeGreaterThan(0.15);
    expect.soft(loudest, `${name} does not clip`).toBeLessThan(0.95);
    expect.soft(over, `${name} is over`).toBeLessThan(2);
    expect.soft(over, `${name} lasts`).toBeGreaterThan(0.05);
  }
});
