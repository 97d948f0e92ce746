import type { StageDesign, Widget } from '../../../shared/stage-design.ts';
import { tell } from '../model/editor-words.ts';

/** "Goal", or "Goal 2" for the second of its kind. */
export function widgetName(widget: Widget, design: StageDesign): string {
  const alike = design.widgets.filter((each) => each.kind === widget.kind);
  const name = tell(`kind.${widget.kind}`);
  return alike.length > 1 ? `${name} ${alike.findIndex((each) => each.id === widget.id) + 1}` : name;
}
