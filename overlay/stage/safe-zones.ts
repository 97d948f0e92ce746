import type { Size } from './layout.ts';

/** A part of the picture that widgets had better keep out of; in pixels of the canvas. */
export interface SafeZone {
  readonly what: 'top' | 'bottom' | 'side' | 'face';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Of 1080 × 1920: TikTok's header, its comments with the gift bar, its column of buttons, and the streamer's face. */
const TALL: ReadonlyArray<SafeZone> = [
  { what: 'top', x: 0, y: 0, width: 1080, height: 250 },
  { what: 'bottom', x: 0, y: 1300, width: 1080, height: 620 },
  { what: 'side', x: 920, y: 960, width: 160, height: 340 },
  { what: 'face', x: 270, y: 340, width: 540, height: 300 },
];
/** Of 1920 × 1080, which TikTok shows between its own bars. */
const WIDE: ReadonlyArray<SafeZone> = [{ what: 'face', x: 640, y: 130, width: 640, height: 410 }];

/** The zones of a canvas of any size, stretched as the video is. */
export function safeZones(canvas: Size): SafeZone[] {
  const isTall = canvas.height >= canvas.width;
  const across = canvas.width / (isTall ? 1080 : 1920);
  const down = canvas.height / (isTall ? 1920 : 1080);
  return (isTall ? TALL : WIDE).map((zone) => ({
    what: zone.what,
    x: zone.x * across,
    y: zone.y * down,
    width: zone.width * across,
    height: zone.height * down,
  }));
}
