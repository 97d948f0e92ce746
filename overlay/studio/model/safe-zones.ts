import { meet } from '../../stage/layout.ts';
import type { Canvas, Place } from './geometry.ts';

/* What TikTok draws over the picture of a phone, as guides. */

export const ZONES = ['top', 'comments', 'buttons', 'face'] as const;
export type ZoneName = (typeof ZONES)[number];

/** In pixels of a canvas 1080 wide; a person may measure their own phone. */
export interface ZoneSizes {
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

export const FIRST_ZONES: ZoneSizes = { top: 250, bottom: 620, right: 160 };

export interface Zone extends Place {
  readonly name: ZoneName;
}

/** The zones of an upright canvas; a wide one goes out without TikTok's buttons, so it has none. */
export function zonesOf({ width, height }: Canvas, sizes: ZoneSizes): Zone[] {
  if (width >= height) return [];
  const unit = width / 1080;
  const px = (value: number) => Math.round(value * unit);
  const bottom = Math.min(height, px(sizes.bottom));
  const half = Math.round(height / 2);
  return [
    { name: 'top', x: 0, y: 0, width, height: px(sizes.top) },
    { name: 'comments', x: 0, y: height - bottom, width: Math.round(width * 0.75), height: bottom },
    { name: 'buttons', x: width - px(sizes.right), y: half, width: px(sizes.right), height: height - half },
    {
      name: 'face',
      x: Math.round(width * 0.25),
      y: Math.round(height * 0.225),
      width: Math.round(width * 0.5),
      height: Math.round(height * 0.11),
    },
  ];
}

/** Which zones a box reaches into, in their order. */
export function zonesUnder(box: Place, zones: ReadonlyArray<Zone>): ZoneName[] {
  return zones.filter((zone) => meet(box, zone)).map((zone) => zone.name);
}
