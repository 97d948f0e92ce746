import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { keyNames, PANIC_KEY } from '../parts/key-names.ts';
import { DeskSettings } from './desk-settings.tsx';
import { KEYS, type KeyAct } from './keys.ts';
import { sayQueue } from './queue-words.ts';
import { keysShown } from './state.ts';
import { sayTeam } from './team-words.ts';
import { say } from './words.ts';

const ORDER = Object.keys(KEYS) as ReadonlyArray<KeyAct>;

/** All keys of the desk and what each person chooses, over the page. */
export function KeysHelp() {
  const box = useRef<HTMLDialogElement>(null);
  const shown = keysShown.value;
  useEffect(() => {
    if (shown) box.current?.showModal();
    else box.current?.close();
  }, [shown]);
  return (
    <dialog
      ref={box}
      class="keys-help"
      aria-label={sayTeam('bar.settings')}
      onClose={() => {
        keysShown.value = false;
      }}
    >
      <KeysList />
      <DeskSettings />
      <Button
        size="small"
        onClick={() => {
          keysShown.value = false;
        }}
      >
        {say('keys.close')}
      </Button>
    </dialog>
  );
}

function KeysList() {
  return (
    <section class="keys-list" aria-label={say('keys.title')}>
      <h2>{say('keys.title')}</h2>
      <dl class="keys">
        {ORDER.map((name) => (
          <KeyLine key={name} keys={keyNames(KEYS[name]).split('+')} does={say(`keys.${name}`)} />
        ))}
        <KeyLine keys={keyNames('Ctrl+Enter').split('+')} does={say('keys.send')} />
        <KeyLine keys={['Alt', '1–9']} does={sayTeam('macros.title')} />
        <KeyLine keys={['1', '0']} between="–" does={sayQueue('filters.key')} />
        <KeyLine keys={keyNames(PANIC_KEY).split('+')} does={say('keys.panic')} />
      </dl>
    </section>
  );
}

/** Keys that are pressed together, or the first and the last of several. */
function KeyLine({ keys, between, does }: { keys: ReadonlyArray<string>; between?: string; does: string }) {
  return (
    <div class="key-line">
      <dt>
        {keys.map((key, at) => (
          <Fragment key={key}>
            {at > 0 && between}
            <kbd>{key}</kbd>
          </Fragment>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
