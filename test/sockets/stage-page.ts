import { expect } from 'vitest';
import type { StageDesign } from '../../shared/stage-design.ts';
import type { StageFigures } from '../../shared/stage-view.ts';
import { type StageOnWire, stagesOf } from '../program/given-stages.ts';
import { openPage, type Page, soon } from './page.ts';

/** A stage's page of a test, with all that came over its socket. */
export interface StagePage extends Page {
  readonly designs: StageDesign[];
  readonly figures: StageFigures[];
  /** What it was told of the voice, in order. */
  readonly voice: boolean[];
}

/** A page of a stage, the first one by default, that has its view. */
export async function openStagePage(base: string, stage?: StageOnWire): Promise<StagePage> {
  const wanted = stage ?? (await stagesOf(base))[0];
  const page = openPage(`${base}/stage`, { token: wanted?.url.split('#')[1] });
  const more = { designs: [] as StageDesign[], figures: [] as StageFigures[], voice: [] as boolean[] };
  page.socket.on('design', (design: StageDesign) => more.designs.push(design));
  page.socket.on('figures', (figures: StageFigures) => more.figures.push(figures));
  page.socket.on('voice', (mine: boolean) => more.voice.push(mine));
  await soon(() => expect(page.views).not.toEqual([]));
  return { ...page, ...more };
}
