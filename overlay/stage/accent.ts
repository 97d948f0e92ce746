import type { Theme } from '../../shared/stage-design.ts';

/*
 * A brand's colour on a theme's ground. Colours are `#rrggbb`; those of a ground may carry their opacity as `#rrggbbaa`.
 * WCAG 2.2, success criteria 1.4.3 (text, 4.5 to 1) and 1.4.11 (lines and bars, 3 to 1).
 */

/**
 * Contrast that text needs. Letters within an outline have it on both sides of each thin stroke, and need more. A browser
 * draws the fading ground of `edge` over white up to two steps of 255 lighter than it is computed here: the rest is for that.
 */
export const TEXT_LEAST: Readonly<Record<Theme, number>> = { glass: 4.5, paper: 4.5, bold: 7, edge: 4.7, festive: 4.5 };
const BAR_LEAST = 3;

/** What text stands on, as the sheets of themes/ have it: a test compares them. Of `bold` it is the outline of the letters. */
const GROUNDS: Readonly<Record<Theme, readonly string[]>> = {
  glass: ['#10181be0', '#1a2529e6'],
  paper: ['#fbf8f1', '#f1ebdd'],
  bold: ['#0b0e10'],
  edge: ['#080c0ec7'],
  festive: ['#4a1020', '#5a1628'],
};

export interface Accent {
  /** For words and signs on the theme's ground. */
  readonly text: string;
  /** For lines and bars on the theme's ground; nearer to the brand's own, since lines need less contrast than words. */
  readonly bar: string;
  /** For words on `bar`. */
  readonly onBar: string;
  /** True when the brand's own colour does not read as text in this theme, so that `text` is another. */
  readonly changed: boolean;
}

/** Every colour that a text of this theme may stand on, over the blackest and the whitest video. */
export function themeGround(theme: Theme): string[] {
  return [...new Set(GROUNDS[theme].flatMap((ground) => [over(ground, '#000000'), over(ground, '#ffffff')]))];
}

/** `brand` (`#rrggbb`) as it is used in this theme: itself where it reads, else the nearest lightness of its hue that does. */
export function accentFor(theme: Theme, brand: string): Accent {
  const own = brand.toLowerCase();
  const grounds = themeGround(theme);
  const text = nearest(own, grounds, TEXT_LEAST[theme]);
  const bar = nearest(own, grounds, BAR_LEAST);
  const onBar = contrast('#ffffff', bar) >= contrast('#000000', bar) ? '#ffffff' : '#000000';
  return { text, bar, onBar, changed: text !== own };
}

/** What the stage's root element is given beside `data-theme`; nothing for null, which is the theme's own colour. */
export function accentProperties(theme: Theme, brand: string | null): Record<string, string> {
  if (brand === null) return {};
  const { text, bar, onBar } = accentFor(theme, brand);
  return {
    '--accent-own': brand,
    '--accent-own-text': text,
    '--accent-own-bar': bar,
    '--accent-own-on-bar': onBar,
  };
}

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** A colour that may be see-through, on an opaque one. */
export function over(colour: string, below: string): string {
  const opacity = colour.length === 9 ? Number.parseInt(colour.slice(7), 16) / 255 : 1;
  const [top, bottom] = [channels(colour), channels(below)];
  return hexOf(top.map((part, at) => part * opacity + (bottom[at] ?? 0) * (1 - opacity)));
}

function nearest(colour: string, grounds: readonly string[], least: number): string {
  const reads = (one: string) => grounds.every((ground) => contrast(one, ground) >= least);
  if (reads(colour)) return colour;
  const parts = channels(colour);
  for (let step = 1; step <= 100; step += 1) {
    // Mixed with white or with black, a colour keeps its hue.
    const lighter = hexOf(parts.map((part) => part + ((255 - part) * step) / 100));
    if (reads(lighter)) return lighter;
    const darker = hexOf(parts.map((part) => part * (1 - step / 100)));
    if (reads(darker)) return darker;
  }
  return colour;
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): [number, number, number] {
  const at = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}

function hexOf(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
