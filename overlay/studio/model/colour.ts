import type { Theme } from '../../../shared/stage-design.ts';

/** A theme's own accent, as its sheet has it: where a brand's colour begins when it is first switched on. */
export const OWN_ACCENTS: Readonly<Record<Theme, string>> = {
  glass: '#7fdbe0',
  paper: '#0b5f6b',
  bold: '#8ff0e4',
  edge: '#8be0e5',
  festive: '#ffc56b',
};
export const THEME_NAMES = Object.keys(OWN_ACCENTS) as Theme[];

/** "#1F7A8C", "1f7a8c" as `#1f7a8c`, "#0af" as `#00aaff`; null when it is no such colour. */
export function readColour(text: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (!digits) return null;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
}
