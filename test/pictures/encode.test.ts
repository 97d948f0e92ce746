import { expect, test } from 'vitest';
import { readHeader } from '../../server/core/pictures/header.ts';
import { createEncoder } from '../../server/pictures/encode.ts';
import { CANARY, jpegWithExif, png } from './given-pictures.ts';

const encode = createEncoder();

test('[BK83] a photo comes out upright as WebP, within 1600 pixels, and nothing that was written into it is left', async () => {
  const bytes = await jpegWithExif(2000, 500);
  expect(Buffer.from(bytes).toString('latin1')).toContain(CANARY);
  const made = await encode({ type: 'jpeg', bytes });
  if (!made) throw new Error('not encoded');
  expect([made.width, made.height]).toEqual([400, 1600]);
  expect(readHeader(made.bytes)).toEqual({ type: 'webp', width: 400, height: 1600 });
  const inside = Buffer.from(made.bytes).toString('latin1');
  for (const left of [CANARY, 'EXIF', 'Exif', 'XMP']) expect(inside).not.toContain(left);
}, 30_000);

test('[BK83] a picture that no encoder makes small becomes smaller until it has 300 kB', async () => {
  const made = await encode({ type: 'png', bytes: png(1500, 1500, { noise: true }) });
  expect(made?.bytes.length).toBeLessThanOrEqual(300_000);
  expect(made?.width).toBeLessThanOrEqual(1200);
}, 60_000);

test('[BK84] a header without a picture behind it is refused, and the next picture is taken', async () => {
  const broken = png(800, 600, { hollow: true });
  const [first, second] = await Promise.all([
    encode({ type: 'png', bytes: broken }),
    encode({ type: 'png', bytes: png(8, 8, { text: CANARY }) }),
  ]);
  expect(first).toBeNull();
  expect(second).toMatchObject({ width: 8, height: 8 });
  expect(Buffer.from(second?.bytes ?? []).toString('latin1')).not.toContain('52.5200');
}, 30_000);
