import type { Widget } from '../../../shared/stage-design.ts';

/** What a form of one kind is given: its widget, and how to change some of it. */
export interface FormOf<W extends Widget> {
  widget: W;
  change: (part: Partial<W>) => void;
}
