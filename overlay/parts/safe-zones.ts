/** A part of the picture that widgets had better keep out of; in pixels of the canvas. */
export interface SafeZone {
  readonly name: ZoneName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type ZoneName = 'top' | 'comments' | 'buttons' | 'face';

/** What TikTok covers, in pixels of a canvas 1080 wide; a person may measure their own phone. */
export interface ZoneSizes {
  readonly top: number;
  readonly bottom: number;
  /** Of the lower half alone. */
  readonly right: number;
}

/**
 * About what TikTok's app draws over a live of 1080 × 1920: its header, its comments with the gift bar, and its column of
 * buttons. TikTok publishes no numbers, and they differ by phone: these are the guides of docs/stage.md, which the first
 * design and the set-up mode keep to as well.
 */
export const FIRST_ZONES: ZoneSizes = { top: 250, bottom: 620, right: 160 };

/** Where a face mostly is, as parts of the canvas. */
const FACE_TALL = { x: 270 / 1080, y: 340 / 1920, width: 540 / 1080, height: 300 / 1920 };
const FACE_WIDE = { x: 640 / 1920, y: 130 / 1080, width: 640 / 1920, height: 410 / 1080 };

/** The zones of a canvas of any size. A wide one goes out between TikTok's own bars, so only the face is to be kept free. */
export function safeZones({ width, height }: { width: number; height: number }, sizes = FIRST_ZONES): SafeZone[] {
  const part = ({ x, y, width: across, height: down }: typeof FACE_TALL) => ({
    x: Math.round(x * width),
    y: Math.round(y * height),
    width: Math.round(across * width),
    height: Math.round(down * height),
  });
  if (width >= height) return [{ name: 'face', ...part(FACE_WIDE) }];
  const px = (value: number) => Math.round((value * width) / 1080);
  const top = Math.min(height, px(sizes.top));
  const bottom = Math.min(height, px(sizes.bottom));
  const half = Math.round(height / 2);
  return [
    { name: 'top', x: 0, y: 0, width, height: top },
    { name: 'comments', x: 0, y: height - bottom, width, height: bottom },
    {
      name: 'buttons',
      x: width - px(sizes.right),
      y: half,
      width: px(sizes.right),
      height: Math.max(0, height - half - bottom),
    },
    { name: 'face', ...part(FACE_TALL) },
  ];
}
