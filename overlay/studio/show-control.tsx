import type { IconNode } from 'lucide';
import { BellOff, Eraser, Eye, EyeOff, Pause, Play, RotateCcw, SkipForward, Volume2, VolumeX } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { StudioView } from '../../shared/protocol.ts';
import type { AlertAct } from '../../shared/stage-design.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { type Act, useAct } from './model/act.ts';
import { tell } from './model/editor-words.ts';
import { refusalText } from './model/refused.tsx';
import { fresh, view } from './model/state.ts';

/** Ctrl+Shift+B, or with the command key of a Mac. */
function isPanicKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey && event.code === 'KeyB' && !event.repeat;
}

/**
 * What is done to all stages by hand during a show: in every section, always at the same place. The panic button works
 * while the page believes itself offline too: it tries, and says when it did not get through.
 */
export function ShowControl() {
  const panic = useAct();
  const alerts = useAct();
  const current = view.value;
  const blank = current?.onStage.blank ?? false;
  const turn = () => void panic.run('POST', '/stages/blank', { blank: !(view.peek()?.onStage.blank ?? false) });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPanicKey(event)) return;
      event.preventDefault();
      turn();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const refused = panic.refused ?? alerts.refused;
  return (
    <section class="show-control" data-blank={blank} aria-label={tell('show.label')}>
      <button
        type="button"
        class={`button panic ${blank ? 'panic-on' : 'button-danger'}`}
        aria-pressed={blank}
        aria-keyshortcuts="Control+Shift+B"
        disabled={!current}
        onClick={turn}
      >
        <Icon node={blank ? Eye : EyeOff} size={22} />
        <span class="panic-words">
          <span>{tell(blank ? 'show.unblank' : 'show.blank')}</span>
          <kbd>{tell('show.key')}</kbd>
        </span>
      </button>
      {blank && (
        <p class="show-blank" role="alert">
          <b>{tell('show.isBlank')}</b> <span>{tell('show.back', { key: tell('show.key') })}</span>
        </p>
      )}
      {refused && (
        <p class="show-refused small" role="alert">
          {tell('show.notSent', { why: refusalText(refused) })}
        </p>
      )}
      {current && <AlertControls view={current} act={alerts} />}
    </section>
  );
}

function AlertControls({ view: current, act }: { view: StudioView; act: Act<unknown> }) {
  const { paused, muted } = current.onStage.alertControl;
  const run = (name: AlertAct) => void act.run('POST', `/alerts/${name}`);
  const buttons: { act: AlertAct; icon: IconNode; on?: boolean }[] = [
    { act: paused ? 'resume' : 'pause', icon: paused ? Play : Pause, on: paused },
    { act: 'skip', icon: SkipForward },
    { act: 'replay', icon: RotateCcw },
    { act: 'clear', icon: Eraser },
    { act: muted ? 'unmute' : 'mute', icon: muted ? VolumeX : Volume2, on: muted },
  ];
  return (
    <div class="show-alerts">
      <span class="show-alerts-word small" role="status">
        {paused || muted ? (
          <span class="show-alerts-off">
            <Icon node={BellOff} size={16} />
            {[paused && tell('show.paused'), muted && tell('show.muted')].filter(Boolean).join(', ')}
          </span>
        ) : (
          <span class="quiet">{tell('show.alerts')}</span>
        )}
      </span>
      <fieldset class="row gap-1 show-buttons" aria-label={tell('show.alerts')}>
        {buttons.map((button) => (
          <IconButton
            // By place and not by act, so that a button that turns keeps the focus.
            key={button.act.replace(/^(resume|unmute)$/, (word) => (word === 'resume' ? 'pause' : 'mute'))}
            icon={button.icon}
            look={button.on ? 'primary' : 'quiet'}
            label={tell(`show.${button.act}`)}
            disabled={!fresh.value}
            onClick={() => run(button.act)}
          />
        ))}
      </fieldset>
    </div>
  );
}
