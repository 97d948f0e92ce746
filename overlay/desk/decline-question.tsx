import { X } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { filledFor } from '../../shared/filled-reply.ts';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { Button } from '../parts/button.tsx';
import { SelectField, TextArea } from '../parts/field.tsx';
import { act } from './act.ts';
import { declineWords, declining, writeDecline } from './declining.ts';
import { KEYS } from './keys.ts';
import { prepared } from './prepared.ts';
import { sayQueue } from './queue-words.ts';
import { canAct, fresh, view } from './state.ts';
import { sayTeam } from './team-words.ts';
import { say } from './words.ts';

export function DeclineButton({ request }: { request: DeskRequest }) {
  if (!canAct('decline')) return null;
  return (
    <Button
      size="small"
      look="plain"
      icon={X}
      disabled={!fresh.value}
      title={say('act.keyHint', { act: wordsFor(request).act, key: KEYS.decline })}
      onClick={() => {
        declining.value = request.id;
      }}
    >
      {wordsFor(request).act}
    </Button>
  );
}

/** To an ask one says no; an appointment is called off, which frees its time. */
function wordsFor({ state, name }: DeskRequest) {
  if (state !== 'booked') {
    const [act, ask] = [say('act.decline'), say('act.declineAsk', { name })];
    return { act, ask, yes: say('act.declineYes'), keep: say('act.keep') };
  }
  const [act, ask] = [say('act.callOff'), sayQueue('callOff.ask', { name })];
  return { act, ask, yes: sayQueue('callOff.yes'), keep: sayQueue('callOff.keep') };
}

/** Declining tells the viewer, so it asks first. Enter confirms, Escape keeps the request; words can go with it. */
export function DeclineQuestion({ request }: { request: DeskRequest }) {
  const box = useRef<HTMLFormElement>(null);
  const text = declineWords(request.id);
  const said = wordsFor(request);
  const [worded, setWorded] = useState(text !== '');
  // Before the next key comes: Enter is the answer, or a part of the words.
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>(worded ? 'textarea' : 'button[type=submit]')?.focus();
  }, [worded]);
  const decline = () => {
    if (!fresh.value) return;
    declining.value = null;
    const words = worded ? text.trim() : '';
    void act(request.id, words === '' ? { type: 'decline' } : { type: 'decline', text: words });
  };
  return (
    <div role="alertdialog" aria-label={said.act}>
      <form
        class="act-bar act-question decline-question"
        ref={box}
        onSubmit={(event) => {
          event.preventDefault();
          decline();
        }}
      >
        <p>{said.ask}</p>
        {worded && <Words request={request} text={text} send={decline} />}
        <Ways said={said} {...(worded ? {} : { onWords: () => setWorded(true) })} />
      </form>
    </div>
  );
}

/** The answers to the question; `onWords` while none go with it. */
function Ways({ said, onWords }: { said: ReturnType<typeof wordsFor>; onWords?: () => void }) {
  return (
    <>
      <Button size="small" look="danger" type="submit" disabled={!fresh.value}>
        {said.yes}
      </Button>
      {onWords && (
        <Button size="small" onClick={onWords}>
          {say('act.declineWords')}
        </Button>
      )}
      <Button
        size="small"
        onClick={() => {
          declining.value = null;
        }}
      >
        {said.keep}
      </Button>
    </>
  );
}

/** What the viewer reads with it: own words, or a prepared reply in the viewer's language to begin with. */
function Words({ request, text, send }: { request: DeskRequest; text: string; send: () => void }) {
  const { replies, link } = prepared.value;
  const about = { creator: view.value?.creator?.name ?? '', link };
  return (
    <div class="decline-words">
      {replies.length > 0 && (
        <SelectField
          label={sayTeam('prepared.insert')}
          value=""
          onChange={(event) => {
            const reply = replies.find(({ id }) => id === event.currentTarget.value);
            if (reply) writeDecline(request.id, filledFor(reply, request, about).text.slice(0, LONGEST_MESSAGE));
          }}
        >
          <option value="">{say('act.declineOwn')}</option>
          {replies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextArea
        label={say('act.declineText', { name: request.name })}
        rows={3}
        maxLength={LONGEST_MESSAGE}
        value={text}
        onInput={(event) => writeDecline(request.id, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      />
    </div>
  );
}
