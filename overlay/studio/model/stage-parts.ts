import { signal } from '@preact/signals';
import type { StageDesign } from '../../../shared/stage-design.ts';

/** A goal or a layout of any stage. `title` of a goal may be empty. */
export interface StagePart {
  readonly id: string;
  readonly title: string;
  /** Of a goal; null of a layout. */
  readonly target: number | null;
}

export interface StageParts {
  readonly goal: ReadonlyArray<StagePart>;
  readonly layout: ReadonlyArray<StagePart>;
}

/** What rules can name of the stages; empty until the designs are read. */
export const stageParts = signal<StageParts>({ goal: [], layout: [] });

/** Each id once: stages that began alike share theirs, and a rule means all of them. */
export function stagePartsOf(designs: ReadonlyArray<StageDesign>): StageParts {
  const goals = designs.flatMap(({ widgets }) =>
    widgets.flatMap((one) => (one.kind === 'goal' ? [{ id: one.id, title: one.title, target: one.target }] : [])),
  );
  const layouts = designs.flatMap((design) =>
    design.layouts.map(({ id, name }) => ({ id, title: name, target: null })),
  );
  return { goal: firstOfEach(goals), layout: firstOfEach(layouts) };
}

function firstOfEach(parts: ReadonlyArray<StagePart>): StagePart[] {
  return parts.filter(({ id }, at) => parts.findIndex((one) => one.id === id) === at);
}
