import type { Theme } from '../../../shared/stage-design.ts';

/* Whether a brand's colour can be read on a theme's plate, by WCAG 2.2. */

/** Contrast that text needs (success criterion 1.4.3, level AA). */
export const ENOUGH = 4.5;

/** The ground that text in the brand's colour stands on, and the colour that a theme has without a brand. */
export const PLATES: Readonly<Record<Theme, { plate: string; text: string; accent: string }>> = {
  glass: { plate: '#10181b', text: '#ffffff', accent: '#7fdbe0' },
  paper: { plate: '#fbf8f1', text: '#1b1a17', accent: '#0b5f6b' },
  bold: { plate: '#0b0e10', text: '#ffffff', accent: '#8ff0e4' },
  edge: { plate: '#080c0e', text: '#ffffff', accent: '#8be0e5' },
  festive: { plate: '#4a1020', text: '#fff6e6', accent: '#ffc56b' },
};

const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = parts(hex)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). Both as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colour itself where it reads on that ground, else the nearest shade of it, towards white or black, that does. */
export function readable(colour: string, ground: string): string {
  if (contrast(colour, ground) >= ENOUGH) return colour;
  const towards = contrast('#ffffff', ground) >= contrast('#000000', ground) ? 255 : 0;
  for (let step = 1; step < 100; step += 1) {
    const mixed = parts(colour).map((part) => Math.round(part + ((towards - part) * step) / 100));
    const hex = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(hex, ground) >= ENOUGH) return hex;
  }
  return towards === 255 ? '#ffffff' : '#000000';
}

/** "#1F7A8C", "1f7a8c" as `#1f7a8c`; null when it is no such colour. */
export function readColour(text: string): string | null {
  const found = /^#?([0-9a-f]{6})$/i.exec(text.trim());
  return found?.[1] ? `#${found[1].toLowerCase()}` : null;
}
