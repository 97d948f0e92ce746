import { MicVocal, Radio } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { airText, LONGEST_AIR_TEXT, tellsContact } from '../../shared/on-air.ts';
import type { Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import {
  asking,
  askOnAir,
  canBeAsked,
  onAirNow,
  othersOnAir,
  questionOf,
  replaceWords,
  secondsOnAir,
  takeOffAir,
} from './asking.ts';
import { KEYS } from './keys.ts';
import { sayQueue } from './queue-words.ts';
import { refusedText } from './refusal-card.tsx';
import { askToReplace, leaveReplacing, toReplaceBy } from './replacing.ts';
import { canAct, fresh, view } from './state.ts';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';
import { say } from './words.ts';

export function AirButton({ request }: { request: DeskRequest }) {
  if (!canAct('on-air') || !canBeAsked(request) || onAirNow.value?.request === request.id) return null;
  return (
    <Button
      size="small"
      look="plain"
      icon={MicVocal}
      disabled={!fresh.value || !request.airName}
      title={request.airName ? say('act.keyHint', { act: sayTeam('air.ask'), key: KEYS['on-air'] }) : whyNot(request)}
      onClick={() => {
        asking.value = request.id;
      }}
    >
      {sayTeam('air.ask')}
    </Button>
  );
}

function close(): void {
  asking.value = null;
}

/** What will be shown, to be read and shortened before it is. Enter shows it, Escape leaves. */
export function AirQuestion({ request }: { request: DeskRequest }) {
  const box = useRef<HTMLDivElement>(null);
  // Before the next key comes, or the first letter would be a command to the desk.
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('textarea, button')?.focus(), []);
  return (
    <div ref={box}>
      {request.airName ? <AirForm request={request} name={request.airName} /> : <NotAllowed request={request} />}
    </div>
  );
}

/** The one reason why its question is not for the stage. */
function whyNot({ airName }: DeskRequest): string {
  return airName === null ? say('refused.no-air-consent') : sayQueue('air.noName');
}

function NotAllowed({ request }: { request: DeskRequest }) {
  return (
    <form class="act-bar act-question" aria-label={sayTeam('air.ask')}>
      <p>{whyNot(request)}</p>
      <Button size="small" onClick={close}>
        {say('refused.dismiss')}
      </Button>
    </form>
  );
}

function AirForm({ request, name }: { request: DeskRequest; name: string }) {
  const [text, setText] = useState(() => airText(questionOf(request)));
  const [refused, setRefused] = useState<Refused | null>(null);
  const what = `question ${request.id}`;
  const replaced = toReplaceBy(what);
  // Left unanswered, it does not wait for the next time.
  useEffect(() => () => leaveReplacing(what), []);
  const ready = text.trim() !== '' && !tellsContact(text) && fresh.value;
  async function show(): Promise<void> {
    if (!ready) return;
    if (othersOnAir.value && !replaced) return askToReplace(what, othersOnAir.value);
    const why = await askOnAir(request.id, text.trim(), replaced !== null);
    // Somebody was quicker: who it was is on its way to this page.
    if (why?.why === 'on-air-taken') askToReplace(what, null);
    else leaveReplacing(what);
    if (why) setRefused(why);
    else close();
  }
  return (
    <form
      class="air-question"
      aria-label={sayTeam('air.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <AirWords name={name} text={text} type={setText} show={() => void show()} />
      {replaced && <p role="alert">{replaceWords(replaced)}</p>}
      {refused && !replaced && <p role="alert">{refusedText(refused, null)}</p>}
      <div class="row gap-2">
        <Button size="small" look="primary" icon={MicVocal} type="submit" disabled={!ready}>
          {replaced ? sayTogether('air.replace') : sayTeam('air.show')}
        </Button>
        <Button size="small" onClick={close}>
          {sayTeam('air.leave')}
        </Button>
      </div>
    </form>
  );
}

interface WordsProps {
  name: string;
  text: string;
  type: (text: string) => void;
  show: () => void;
}

function AirWords({ name, text, type, show }: WordsProps) {
  const contact = tellsContact(text);
  return (
    <>
      <label class="air-words">
        <span class="air-who">{sayTeam('air.asks', { name })}</span>
        <textarea
          class="control"
          dir="auto"
          rows={3}
          maxLength={LONGEST_AIR_TEXT}
          value={text}
          aria-invalid={contact}
          aria-describedby="air-hint"
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            show();
          }}
        />
      </label>
      <p class="small quiet air-hint" id="air-hint">
        {contact ? <strong role="alert">{say('refused.contact-on-air')}</strong> : sayTeam('air.hint')}{' '}
        <span class="figures">
          {text.length}/{LONGEST_AIR_TEXT}
        </span>
      </p>
    </>
  );
}

/** That the question is on the stages, with the way to take it off. */
export function OnAirBar({ request }: { request: DeskRequest }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const asked = onAirNow.value;
  if (asked?.request !== request.id) return null;
  return (
    <div class="air-now">
      <Icon node={Radio} size={16} />
      <p class="figures">
        <strong role="status">{sayTeam('air.is')}</strong> {sayTeam('air.left', { count: secondsOnAir(asked) })}
        <NoStage />
      </p>
      {canAct('on-air') && (
        <Button size="small" disabled={!fresh.value} onClick={() => void takeOffAir(request.id).then(setRefused)}>
          {sayTeam('air.off')}
        </Button>
      )}
      {refused && <p role="alert">{refusedText(refused, null)}</p>}
    </div>
  );
}

/** That what is on the stage is seen by nobody. */
function NoStage() {
  if (view.value?.stageOpen !== false) return null;
  return <strong class="air-unseen"> {sayTogether('air.noStage')}</strong>;
}

/** The same at its row. */
export function AirMark({ request }: { request: Pick<DeskRequest, 'id'> }) {
  if (onAirNow.value?.request !== request.id) return null;
  return (
    <span class="row-mark row-mark-air" title={sayTeam('air.is')}>
      <Icon node={Radio} size={14} label={sayTeam('air.is')} />
    </span>
  );
}
