import { MonitorPlay } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Empty, Notice, Skeleton } from '../../parts/surface.tsx';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { layoutOf, look, open, openStage, unsaved } from '../model/look.ts';
import { RefusedNote } from '../model/refused.tsx';
import { fresh, view } from '../model/state.ts';
import { takenAway } from '../model/taken-away.ts';
import { SectionHead } from '../sections/section-head.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { Canvas } from './canvas.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { LayoutBar } from './layout-bar.tsx';
import { MorePanel } from './more-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { SaveLine } from './save-line.tsx';
import { ThemePanel } from './theme-panel.tsx';
import { useUndoKeys } from './undo-keys.ts';
import { WidgetsPanel } from './widgets-panel.tsx';
import './panels.css';
import './editor.css';
import './canvas.css';

/** How the stage looks: the canvas of a layout, and beside it everything of the design. */
export function LookSection() {
  const stages = view.value?.stages ?? [];
  const chosen = stages.find((stage) => stage.id === openStage.value)?.id ?? stages[0]?.id ?? null;
  useEffect(() => {
    if (chosen) void open(chosen);
  }, [chosen]);
  const state = look.value;
  return (
    <div class="section look">
      <SectionHead title={tell('title')} text={tell('text')}>
        {state.type === 'open' && <SaveLine editing={state.editing} />}
      </SectionHead>
      {!chosen && (
        <div class="card">
          <Empty icon={MonitorPlay} title={tell('noStage')} />
        </div>
      )}
      {chosen && state.type === 'loading' && <Skeleton lines={8} label={tell('loading')} />}
      {chosen && state.type === 'failed' && (
        <Notice tone="danger" title={tell('failed')}>
          <RefusedNote refused={state.refused} />
          <div>
            <Button size="small" onClick={() => void open(chosen)}>
              {tell('again')}
            </Button>
          </div>
        </Notice>
      )}
      {chosen && state.type === 'open' && <Editor key={state.editing.stage} editing={state.editing} />}
    </div>
  );
}

function Editor({ editing }: { editing: Editing }) {
  useUndoKeys(editing);
  useUnsaved(editing);
  useOthers(editing);
  const design = editing.design.value;
  const layout = layoutOf(design);
  return (
    <>
      <ConflictNote editing={editing} />
      <LayoutBar editing={editing} layout={layout} />
      <p class="unseen" role="status">
        {takenAway.value?.from === design && takenAway.value.words}
      </p>
      <div class="look-grid">
        <Canvas editing={editing} design={design} layout={layout} />
        <Panel editing={editing} />
      </div>
    </>
  );
}

/** What was refused while the server was away goes out when it is back; a page that would lose something asks first. */
function useUnsaved(editing: Editing): void {
  const back = fresh.value;
  useEffect(() => {
    const state = editing.state.peek();
    if (back && state.type === 'refused' && state.refused.why === 'offline') void editing.save();
  }, [back, editing]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.peek()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
}

/** Follows what another studio saves; when that came while something here was unsaved, as soon as it is saved. */
function useOthers(editing: Editing): void {
  const told = view.value?.stages.find((stage) => stage.id === editing.stage)?.designRevision ?? 0;
  const state = editing.state.value.type;
  useEffect(() => {
    if (state === 'saved') void editing.heard(told);
  }, [told, state, editing]);
}

const TABS = ['widgets', 'theme', 'alerts', 'rules', 'more'] as const;
type Tab = (typeof TABS)[number];

function Panel({ editing }: { editing: Editing }) {
  const [tab, setTab] = useState<Tab>('widgets');
  function step(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab;
    setTab(next);
    document.getElementById(`look-tab-${next}`)?.focus();
  }
  return (
    <section class="card look-panel">
      <div class="look-tabs" role="tablist" aria-label={tell('tabs.label')} onKeyDown={step}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`look-tab-${name}`}
            class="look-tab"
            aria-selected={tab === name}
            aria-controls="look-panel"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {tell(`tabs.${name}`)}
          </button>
        ))}
      </div>
      <div id="look-panel" role="tabpanel" aria-labelledby={`look-tab-${tab}`} class="stack look-panel-body">
        {tab === 'widgets' && <WidgetsPanel editing={editing} />}
        {tab === 'theme' && <ThemePanel editing={editing} />}
        {tab === 'alerts' && <AlertsPanel editing={editing} />}
        {tab === 'rules' && <RulesPanel editing={editing} />}
        {tab === 'more' && <MorePanel editing={editing} />}
      </div>
    </section>
  );
}
