import { Plus, Trash2 } from 'lucide';
import type { Widget, WidgetKind } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { addWidget, MOST_WIDGETS, removeWidget } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { layoutOf, selected, widgetOf } from '../model/look.ts';
import { KINDS } from '../model/new-widget.ts';
import { overlapping } from '../model/overlaps.ts';
import { ADD_ID, neighbourOf, rowId, takenAway } from '../model/taken-away.ts';
import { PlacePanel } from './place-panel.tsx';
import { PointOut } from './point-out.tsx';
import { TestWidget } from './test-widget.tsx';
import { WidgetForm } from './widget-form.tsx';
import { KIND_ICONS } from './widget-icons.ts';
import { widgetName } from './widget-name.ts';

/** The widgets as a list, and all of the chosen one: what it shows, where it stands, a try. */
export function WidgetsPanel({ editing }: { editing: Editing }) {
  const design = editing.design.value;
  const layout = layoutOf(design);
  const chosen = widgetOf(design);
  return (
    <>
      <WidgetList editing={editing} />
      <AddWidget editing={editing} />
      <hr class="rule" />
      {chosen ? (
        <section class="stack" key={chosen.id} aria-label={widgetName(chosen, design)}>
          <div>
            <h2>{widgetName(chosen, design)}</h2>
            <p class="quiet small">{tell(`about.${chosen.kind}`)}</p>
          </div>
          <WidgetForm editing={editing} widget={chosen} box={layout.boxes[chosen.id] ?? null} />
          <TestWidget editing={editing} widget={chosen} />
          <PointOut editing={editing} widget={chosen} />
          <h3>{tell('place.title')}</h3>
          <PlacePanel editing={editing} layout={layout} widget={chosen} />
          <hr class="rule" />
          <div>
            <Button size="small" icon={Trash2} onClick={() => remove(editing, chosen)}>
              {tell('widgets.remove')}
            </Button>
          </div>
        </section>
      ) : (
        <p class="quiet small">{tell('widgets.choose')}</p>
      )}
    </>
  );
}

/** Off the stage; the focus goes on in the list. */
function remove(editing: Editing, widget: Widget): void {
  const design = editing.design.peek();
  const next = neighbourOf(
    design.widgets.map(({ id }) => id),
    widget.id,
  );
  const after = removeWidget(design, widget.id);
  editing.edit(after);
  takenAway.value = { words: tell('widgets.removed', { name: widgetName(widget, design) }), from: after };
  document.getElementById(next ? rowId(next) : ADD_ID)?.focus();
}

function WidgetList({ editing }: { editing: Editing }) {
  const design = editing.design.value;
  const layout = layoutOf(design);
  return (
    <ul class="widget-list" aria-label={tell('widgets.list')}>
      {design.widgets.map((widget) => {
        const on = layout.boxes[widget.id] !== undefined;
        const isOver = overlapping(widget, layout, design.widgets).length > 0;
        return (
          <li key={widget.id}>
            <button
              type="button"
              id={rowId(widget.id)}
              class="widget-row"
              aria-pressed={selected.value === widget.id}
              data-on={on}
              onClick={() => {
                selected.value = widget.id;
              }}
            >
              <Icon node={KIND_ICONS[widget.kind]} size={18} />
              <span class="one-line">{widgetName(widget, design)}</span>
              {!on && <span class="quiet widget-off">{tell('widgets.offLayout')}</span>}
              {isOver && <span class="widget-off widget-over">{tell('widgets.over')}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function AddWidget({ editing }: { editing: Editing }) {
  if (editing.design.value.widgets.length >= MOST_WIDGETS)
    return <p class="quiet small">{tell('widgets.full', { count: MOST_WIDGETS })}</p>;
  function add(kind: WidgetKind): void {
    const design = editing.design.peek();
    const added = addWidget(design, kind, layoutOf(design).id);
    editing.edit(added.design);
    selected.value = added.id;
  }
  return (
    <details class="look-more">
      <summary id={ADD_ID}>
        <Icon node={Plus} size={16} />
        {tell('widgets.add')}
      </summary>
      <ul class="kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" class="kind" onClick={() => add(kind)}>
              <Icon node={KIND_ICONS[kind]} size={18} />
              <span>
                <b>{tell(`kind.${kind}`)}</b>
                <span class="quiet">{tell(`about.${kind}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
