import { useEffect } from 'preact/hooks';
import { keyNames, PANIC_KEY } from '../parts/key-names.ts';
import { AlertButtons, AlertsWord, PanicButton } from '../parts/show-buttons.tsx';
import { listenToPanicKey, showControl } from '../parts/show-control.ts';
import { showWords } from '../parts/show-words.ts';
import { refusalText } from './model/refused.tsx';
import { fresh, view } from './model/state.ts';
import { RulesPaused } from './rules-paused.tsx';

const { say } = showWords;
const control = showControl(() => view.peek()?.onStage ?? null, fresh);

/** What is done to all stages by hand during a show: in every section, always at the same place. */
export function ShowBar() {
  const steered = view.value?.onStage ?? null;
  const blank = steered?.blank ?? false;
  const refused = control.refused.value;
  useEffect(() => listenToPanicKey(control.turn), []);
  return (
    <section class="show-control" data-blank={blank} aria-label={say('label')}>
      <PanicButton control={control} steered={steered} />
      <div class="show-said">
        {blank && (
          <p class="show-blank" role="alert" title={`${say('isBlank')} ${say('back', { key: keyNames(PANIC_KEY) })}`}>
            <b>{say('isBlank')}</b> <span>{say('back', { key: keyNames(PANIC_KEY) })}</span>
          </p>
        )}
        {refused && (
          <p class="show-refused" role="alert" title={say('notSent', { why: refusalText(refused) })}>
            {say('notSent', { why: refusalText(refused) })}
          </p>
        )}
        <RulesPaused />
      </div>
      {steered && (
        <div class="show-alerts">
          <AlertsWord steered={steered} />
          <AlertButtons
            control={control}
            steered={steered}
            waiting={view.value?.alertsWaiting ?? null}
            disabled={!fresh.value}
          />
        </div>
      )}
    </section>
  );
}
