import type { IconNode } from 'lucide';
import { BellOff, Eraser, Eye, EyeOff, Pause, Play, RotateCcw, SkipForward, Volume2, VolumeX } from 'lucide';
import type { AlertAct } from '../../shared/stage-design.ts';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { keyNames, PANIC_KEY } from './key-names.ts';
import { ALERT_BUTTONS, type AlertButton, actOf, type ShowControl, type Steered } from './show-control.ts';
import { showWords } from './show-words.ts';
import './show-buttons.css';

const { say } = showWords;

const ICONS: Readonly<Record<AlertAct, IconNode>> = {
  pause: Pause,
  resume: Play,
  skip: SkipForward,
  replay: RotateCcw,
  clear: Eraser,
  mute: Volume2,
  unmute: VolumeX,
};

interface Props {
  control: ShowControl;
  /** Null before the first view. */
  steered: Steered | null;
  /** How many alerts are not on air yet; null while no page of a stage is open. */
  waiting?: number | null;
  /** `small` in dense pages. */
  size?: 'normal' | 'small';
}

/** The panic key as a button. It stays on while the page is offline: it tries, and says when it did not get through. */
export function PanicButton({ control, steered, size = 'normal' }: Props) {
  const blank = steered?.blank ?? false;
  return (
    <button
      type="button"
      class={`button panic ${size === 'small' ? 'button-small' : ''} ${blank ? 'panic-on' : 'button-danger'}`}
      aria-pressed={blank}
      aria-keyshortcuts="Control+Shift+B"
      title={keyNames(PANIC_KEY)}
      disabled={!steered}
      onClick={control.turn}
    >
      <Icon node={blank ? Eye : EyeOff} size={size === 'small' ? 16 : 22} />
      <span class="panic-words">
        <span>{say(blank ? 'unblank' : 'blank')}</span>
        <kbd>{keyNames(PANIC_KEY)}</kbd>
      </span>
    </button>
  );
}

/** How many wait, and pause, skip, replay, clear and mute. `label` may add the key to the word of a button, `worded` writes the words on them. */
export function AlertButtons({
  control,
  steered,
  waiting = null,
  size = 'normal',
  disabled,
  label = (word) => word,
  worded = false,
}: Props & { disabled: boolean; label?: (word: string, button: AlertButton) => string; worded?: boolean }) {
  return (
    <fieldset class="show-buttons" aria-label={say('alerts')}>
      {waiting !== null && waiting > 0 && <Waiting count={waiting} />}
      {ALERT_BUTTONS.map((button) => {
        const act = actOf(button, steered);
        const turned = act !== button;
        // By the button and not by its act, so that one that turns keeps the focus.
        const common = { key: button, icon: ICONS[act], size, disabled: disabled || !steered };
        const press = () => control.press(button);
        return worded ? (
          <Button {...common} look={turned ? 'primary' : 'plain'} onClick={press}>
            {say(act)}
          </Button>
        ) : (
          <IconButton {...common} look={turned ? 'primary' : 'quiet'} label={label(say(act), button)} onClick={press} />
        );
      })}
    </fieldset>
  );
}

/** What skip, clear and a pause act upon beside what is seen on the stage. */
function Waiting({ count }: { count: number }) {
  return (
    <span class="show-waiting small" title={say('waitingHint')}>
      <b class="figures">{new Intl.NumberFormat(showWords.language.value ?? 'en').format(count)}</b>{' '}
      <span class="show-waiting-word">{say('waiting', { count })}</span>
    </span>
  );
}

/** Says that alerts are paused or muted; else only what the buttons beside it are for. */
export function AlertsWord({ steered }: Pick<Props, 'steered'>) {
  const { paused = false, muted = false } = steered?.alertControl ?? {};
  return (
    <span class="show-alerts-word small" role="status">
      {paused || muted ? (
        <span class="show-alerts-off">
          <Icon node={BellOff} size={16} />
          {[paused && say('paused'), muted && say('muted')].filter(Boolean).join(' · ')}
        </span>
      ) : (
        <span class="quiet">{say('alerts')}</span>
      )}
    </span>
  );
}
