import { readFileSync } from 'node:fs';
import type { Theme } from '../../../shared/stage-design.ts';

/** A theme's sheet without its comments. */
export function sheetOf(theme: Theme): string {
  const path = new URL(`../../../overlay/stage/themes/${theme}.css`, import.meta.url);
  return readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
}

/** The custom properties that a theme sets; of one that a brand may replace, the theme's own. */
export function tokensOf(theme: Theme): ReadonlyMap<string, string> {
  const sheet = sheetOf(theme);
  const start = sheet.indexOf(`[data-theme="${theme}"] {`);
  const block = sheet.slice(sheet.indexOf('{', start) + 1, sheet.indexOf('}', start));
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
      String(name),
      String(value).replace(/^var\(--[\w-]+, (#[\da-f]{6})\)$/, '$1'),
    ]),
  );
}
