import type { Page } from '@playwright/test';

/** What stands in for the video: a person in a room, by day and by night. Drawn, so that it is ours and compresses well. */
export const FRAMES = {
  bright: {
    wall: ['#e8e2d6', '#dad2c3'],
    window: '#ffffff',
    shelf: '#c9b79c',
    skin: '#e3b292',
    hair: '#5b4034',
    cloth: '#f3f4f5',
  },
  dark: {
    wall: ['#1b1f2b', '#0d0f15'],
    window: '#2d3a5c',
    shelf: '#241d22',
    skin: '#8a6250',
    hair: '#120e10',
    cloth: '#262b3a',
  },
} as const;
export type Frame = keyof typeof FRAMES;

/** Puts the frame behind the page, which stays as transparent as it is in OBS. */
export async function drawFrame(page: Page, frame: Frame): Promise<void> {
  await page.evaluate((colours) => {
    document.getElementById('frame')?.remove();
    const canvas = document.createElement('canvas');
    canvas.id = 'frame';
    const { innerWidth: width, innerHeight: height } = window;
    Object.assign(canvas, { width, height });
    Object.assign(canvas.style, { position: 'fixed', inset: '0', zIndex: '-1' });
    document.body.prepend(canvas);
    const pen = canvas.getContext('2d');
    if (!pen) return;
    const wall = pen.createLinearGradient(0, 0, width, height);
    wall.addColorStop(0, colours.wall[0]);
    wall.addColorStop(1, colours.wall[1]);
    pen.fillStyle = wall;
    pen.fillRect(0, 0, width, height);
    const tall = height > width;
    const unit = tall ? width / 1080 : height / 1080;
    const middle = width / 2;
    const head = (tall ? 500 : 340) * unit;
    pen.fillStyle = colours.window;
    pen.fillRect(middle + 210 * unit, 60 * unit, 300 * unit, 520 * unit);
    pen.fillStyle = colours.shelf;
    for (const [at, wide] of [290, 560, 830].entries())
      pen.fillRect(middle - 530 * unit, wide * unit, (330 - at * 30) * unit, 18 * unit);
    const oval = (colour: string, x: number, y: number, across: number, down: number) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.ellipse(middle + x * unit, head + y * unit, across * unit, down * unit, 0, 0, Math.PI * 2);
      pen.fill();
    };
    oval(colours.hair, 0, 12, 136, 180);
    oval(colours.skin, 0, 120, 56, 130);
    oval(colours.cloth, -150, 520, 240, 300);
    oval(colours.cloth, 150, 520, 240, 300);
    oval(colours.skin, 0, 0, 98, 130);
    oval(colours.hair, -14, -98, 104, 50);
    pen.fillStyle = colours.cloth;
    pen.fillRect(middle - 390 * unit, head + 520 * unit, 780 * unit, height);
  }, FRAMES[frame]);
}
