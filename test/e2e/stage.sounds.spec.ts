import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const file = resolve(import.meta.dirname, '../../overlay/stage/alerts/sounds.ts');

interface Rendered {
  readonly name: string;
  readonly loudest: number;
  /** The wave's mean: a steady part that a loudspeaker would be held aside by. */
  readonly steady: number;
  /** Seconds after which nothing is heard any more. */
  readonly over: number;
  /** The loudest of its last half second. */
  readonly rest: number;
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
        const steady = wave.reduce((sum, value) => sum + value, 0) / wave.length;
        const rest = wave.slice(-rate / 2).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        return {
          name,
          loudest,
          steady,
          rest,
          over: (wave.findLastIndex((value) => Math.abs(value) > 0.001) + 1) / rate,
        };
      }),
    ),
  );
}

test('[ST54] each sound is heard, does not clip, has no steady part, and ends in silence within two seconds', async ({
  page,
}) => {
  const sounds = await page.evaluate(renderAll, stripTypeScriptTypes(readFileSync(file, 'utf8')));
  expect(sounds.map(({ name }) => name)).toEqual(
    ['chime', 'pluck', 'bell', 'rise', 'drum'].flatMap((name) => [name, name]),
  );
  for (const { name, loudest, steady, over, rest } of sounds) {
    expect.soft(loudest, `${name} is heard`).toBeGreaterThan(0.15);
    expect.soft(loudest, `${name} does not clip`).toBeLessThan(0.95);
    expect.soft(Math.abs(steady), `${name} has no steady part`).toBeLessThan(0.002);
    expect.soft(rest, `${name} ends in silence`).toBe(0);
    expect.soft(over, `${name} is over`).toBeLessThan(2);
    expect.soft(over, `${name} lasts`).toBeGreaterThan(0.05);
  }
});
