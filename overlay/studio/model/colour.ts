import type { Theme } from '../../../shared/stage-design.ts';

/** A theme as a small picture of itself: the stage's own sheets are for the whole of it. */
export const PLATES: Readonly<Record<Theme, { plate: string; text: string; accent: string }>> = {
  glass: { plate: '#10181b', text: '#ffffff', accent: '#7fdbe0' },
  paper: { plate: '#fbf8f1', text: '#1b1a17', accent: '#0b5f6b' },
  bold: { plate: '#0b0e10', text: '#ffffff', accent: '#8ff0e4' },
  edge: { plate: '#080c0e', text: '#ffffff', accent: '#8be0e5' },
  festive: { plate: '#4a1020', text: '#fff6e6', accent: '#ffc56b' },
};

/** "#1F7A8C", "1f7a8c" as `#1f7a8c`; null when it is no such colour. */
export function readColour(text: string): string | null {
  const found = /^#?([0-9a-f]{6})$/i.exec(text.trim());
  return found?.[1] ? `#${found[1].toLowerCase()}` : null;
}
