import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Layout, StageDesign, Widget } from '../../../shared/stage-design.ts';
import type { Refused } from '../../parts/ask.ts';
import { FIRST_ZONES, type ZoneSizes } from '../../parts/safe-zones.ts';
import { designServer } from './design-server.ts';
import { type Editing, editingOf } from './editing.ts';

/* The stage editor's state: which stage, layout and widget is open, and its design while it is shaped. */

export type Opened =
  | { readonly type: 'loading' }
  | { readonly type: 'failed'; readonly refused: Refused }
  | { readonly type: 'open'; readonly editing: Editing };

const opened = signal<Opened>({ type: 'loading' });
const stage = signal<string | null>(null);
const layoutId = signal<string | null>(null);
/** Kept by stage while something of it is not saved, so that leaving the section or the stage loses nothing. */
const kept = new Map<string, Editing>();

export const look: ReadonlySignal<Opened> = opened;
export const openStage: ReadonlySignal<string | null> = stage;
/** The widget that is shaped; null while none is. */
export const selected = signal<string | null>(null);
export const zoneSizes = signal<ZoneSizes>(readZones());
export const zonesShown = signal(true);

/** The layout on the canvas: the chosen one while it is there, else the first. */
export function layoutOf(design: StageDesign): Layout {
  const [first] = design.layouts;
  const found = design.layouts.find((each) => each.id === layoutId.value) ?? first;
  if (!found) throw new Error('a design without a layout');
  return found;
}

export function chooseLayout(id: string): void {
  layoutId.value = id;
}

export function widgetOf(design: StageDesign): Widget | null {
  return design.widgets.find((each) => each.id === selected.value) ?? null;
}

/** True while leaving the page would lose something. */
export const unsaved = computed(
  () => opened.value.type === 'open' && opened.value.editing.state.value.type !== 'saved',
);

/** Opens a stage's design: what is not saved yet of it as it was left, else as the server has it. */
export async function open(id: string): Promise<void> {
  const before = opened.peek();
  if (before.type === 'open' && before.editing.stage !== id) void before.editing.save();
  stage.value = id;
  const waiting = kept.get(id);
  const isWaiting = () => waiting !== undefined && waiting.state.peek().type !== 'saved';
  if (waiting && isWaiting()) {
    opened.value = { type: 'open', editing: waiting };
    return;
  }
  if (before.type !== 'open' || before.editing.stage !== id) opened.value = { type: 'loading' };
  const server = designServer(id);
  const first = await server.load();
  // Somebody may have begun to shape what was open already while the server was asked.
  if (stage.peek() !== id || isWaiting()) return;
  if (first.type === 'refused') {
    opened.value = { type: 'failed', refused: first };
    return;
  }
  if (waiting) waiting.follow(first.value);
  const editing = waiting ?? editingOf({ stage: id, first: first.value, server });
  kept.set(id, editing);
  opened.value = { type: 'open', editing };
}

const ZONES_KEY = 'cuedesk.studio.zones';

/** The guides are of this browser alone: they are never on air. */
export function setZones(sizes: ZoneSizes): void {
  zoneSizes.value = sizes;
  try {
    localStorage.setItem(ZONES_KEY, [sizes.top, sizes.bottom, sizes.right].join(','));
  } catch {
    // Forgotten with the page.
  }
}

function readZones(): ZoneSizes {
  try {
    const [top, bottom, right] = (localStorage.getItem(ZONES_KEY) ?? '').split(',').map(Number);
    const sound = [top, bottom, right].every((value) => Number.isInteger(value));
    return sound ? { top: top ?? 0, bottom: bottom ?? 0, right: right ?? 0 } : FIRST_ZONES;
  } catch {
    return FIRST_ZONES;
  }
}
