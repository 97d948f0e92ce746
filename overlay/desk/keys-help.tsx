import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { showWords } from '../parts/show-words.ts';
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
      <section class="keys-list" aria-label={say('keys.title')}>
        <h2>{say('keys.title')}</h2>
        <dl class="keys">
          {ORDER.map((name) => (
            <div key={name} class="key-line">
              <dt>
                {KEYS[name].split('+').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{say(`keys.${name}`)}</dd>
            </div>
          ))}
          <div class="key-line">
            <dt>
              <kbd>Ctrl</kbd>
              <kbd>Enter</kbd>
            </dt>
            <dd>{say('keys.send')}</dd>
          </div>
          <div class="key-line">
            <dt>
              <kbd>Alt</kbd>
              <kbd>1–9</kbd>
            </dt>
            <dd>{sayTeam('macros.title')}</dd>
          </div>
          <div class="key-line">
            <dt>
              <kbd>1</kbd>–<kbd>0</kbd>
            </dt>
            <dd>{sayQueue('filters.key')}</dd>
          </div>
          <div class="key-line">
            <dt>
              {showWords
                .say('key')
                .split('+')
                .map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
            </dt>
            <dd>{say('keys.panic')}</dd>
          </div>
        </dl>
      </section>
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
