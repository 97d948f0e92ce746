import { BellRing } from 'lucide';
import { useEffect } from 'preact/hooks';
import { keyNames, PANIC_KEY } from '../parts/key-names.ts';
import { AlertButtons, AlertsWord, PanicButton } from '../parts/show-buttons.tsx';
import { listenToPanicKey, type Steered, showControl } from '../parts/show-control.ts';
import { showWords } from '../parts/show-words.ts';
import { KEYS } from './keys.ts';
import { refusedText } from './refusal-card.tsx';
import { room } from './room.ts';
import { Sheet } from './sheet.tsx';
import { fresh, view } from './state.ts';
import { say } from './words.ts';

const tell = showWords.say;

/** The panic key and the alerts of all stages, for the strip and for the keys. */
export const stageControl = showControl(() => view.peek()?.onStage ?? null, fresh);

/** What is done to all stages by hand, in the desk's bar and beside every pane: the alerts behind one button where there is little room. */
export function StageStrip() {
  const steered = view.value?.onStage ?? null;
  const waiting = view.value?.alertsWaiting ?? null;
  const buttons = { control: stageControl, steered, waiting, size: 'small', disabled: !fresh.value } as const;
  useEffect(() => listenToPanicKey(stageControl.turn), []);
  return (
    <section class="stage-strip" aria-label={tell('label')}>
      <PanicButton control={stageControl} steered={steered} size="small" />
      {room.value === 'wide' ? (
        <AlertButtons {...buttons} label={(act, button) => say('act.keyHint', { act, key: KEYS[button] })} />
      ) : (
        <Sheet icon={BellRing} label={tell('alerts')} stays marked={steered !== null && isHeld(steered)}>
          <AlertButtons {...buttons} worded />
        </Sheet>
      )}
    </section>
  );
}

const isHeld = ({ alertControl: { paused, muted } }: Steered) => paused || muted;

/** What everybody at the desk has to know: that nothing is on air, that alerts wait, and what did not get through. */
export function StageNotices() {
  const steered = view.value?.onStage ?? null;
  const refused = stageControl.refused.value;
  return (
    <>
      {steered?.blank && (
        <p class="stage-notice" data-tone="live" role="alert">
          <strong>{tell('isBlank')}</strong>
          <span class="stage-notice-key">{tell('back', { key: keyNames(PANIC_KEY) })}</span>
        </p>
      )}
      {steered && !steered.blank && isHeld(steered) && (
        <div class="stage-notice" data-tone="warning">
          <AlertsWord steered={steered} />
        </div>
      )}
      {refused && (
        <p class="stage-notice" data-tone="danger" role="alert">
          {tell('notSent', { why: refusedText(refused, null) })}
        </p>
      )}
    </>
  );
}
