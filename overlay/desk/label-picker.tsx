import { Check, Plus, Tag, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { type LabelColour, LONGEST_LABEL } from '../../shared/label-colours.ts';
import type { LabelPut } from '../../shared/labels.ts';
import type { Refused } from '../parts/ask.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { KEYS } from './keys.ts';
import { LabelChips } from './label-chips.tsx';
import { Colours } from './label-colours.tsx';
import { foundLabels, labelAnew, labelling, labels, nextColour, toggleLabel } from './labels.ts';
import { preparedShown, preparedTab } from './prepared.ts';
import { sayQueue } from './queue-words.ts';
import { refusedText } from './refusal-card.tsx';
import { can, fresh } from './state.ts';
import { say } from './words.ts';

/** What the request and its person are marked with, and the way to change it. */
export function RequestLabels({ request }: { request: DeskRequest }) {
  const all = [...new Set([...request.labels.request, ...request.labels.person])];
  return (
    <span class="thread-labels">
      <LabelChips ids={all} most={3} />
      {can('reply') && (
        <IconButton
          size="small"
          icon={Tag}
          label={say('act.keyHint', { act: sayQueue('labels.title'), key: KEYS.label })}
          disabled={!fresh.value}
          onClick={() => {
            labelling.value = labelling.value === request.id ? null : request.id;
          }}
        />
      )}
    </span>
  );
}

/** A small choice: typing filters, Enter puts on or takes off, a name that is not there makes a new one. */
export function LabelPicker({ request }: { request: DeskRequest }) {
  if (labelling.value !== request.id) return null;
  return <Picker request={request} />;
}

/** What is typed, what is found by it, and what a press does. */
function usePicking(request: DeskRequest) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [on, setOn] = useState<LabelPut['on']>('request');
  const [colour, setColour] = useState<LabelColour | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { found, fresh: name } = foundLabels(labels.value, typed);
  const count = found.length + (name === null ? 0 : 1);
  const wanted = colour ?? nextColour(labels.value);
  async function pick(index: number): Promise<void> {
    const label = found[index];
    const answer = label ? toggleLabel(request, label.id, on) : name && labelAnew(request, name, wanted, on);
    const answered = await (answer || null);
    setRefused(answered);
    if (!label && !answered) setTyped('');
    setColour(null);
  }
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  const chosen = Math.min(at, Math.max(0, count - 1));
  return { typed, type, found, name, count, chosen, setAt, on, setOn, wanted, setColour, refused, pick };
}

type Picking = ReturnType<typeof usePicking>;

function Picker({ request }: { request: DeskRequest }) {
  const listId = useId();
  const picking = usePicking(request);
  const { count, name, on, setOn, wanted, setColour, refused } = picking;
  return (
    <section class="offer-panel" aria-label={sayQueue('labels.title')}>
      <div class="apart">
        <Scope on={on} choose={setOn} />
        <IconButton size="small" icon={X} label={say('offer.close')} onClick={close} />
      </div>
      <Field picking={picking} listId={listId} />
      <Options request={request} picking={picking} listId={listId} />
      {name !== null && <Colours chosen={wanted} choose={setColour} />}
      {count === 0 && <p class="small quiet">{sayQueue('labels.none')}</p>}
      {refused && (
        <p class="small" role="alert">
          {refused.why === 'label-name-taken' ? sayQueue('labels.taken') : refusedText(refused, null)}
        </p>
      )}
      {can('settings') && <Manage />}
    </section>
  );
}

/** The way to rename, colour and delete them. */
function Manage() {
  return (
    <div>
      <Button
        size="small"
        look="plain"
        onClick={() => {
          close();
          preparedTab.value = 'labels';
          preparedShown.value = true;
        }}
      >
        {sayQueue('labels.manage')}
      </Button>
    </div>
  );
}

interface PartProps {
  picking: Picking;
  listId: string;
}

function Field({ picking, listId }: PartProps) {
  const { typed, type, count, chosen, setAt, pick } = picking;
  const field = useRef<HTMLInputElement>(null);
  // Before the next key comes: it is already a part of the name.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      class="control label-field"
      type="text"
      role="combobox"
      autoComplete="off"
      maxLength={LONGEST_LABEL}
      aria-label={sayQueue('labels.search')}
      placeholder={sayQueue('labels.search')}
      aria-expanded={count > 0}
      aria-autocomplete="list"
      aria-controls={listId}
      {...(count > 0 ? { 'aria-activedescendant': `${listId}-${chosen}` } : {})}
      value={typed}
      onInput={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, count));
        else if (event.key === 'ArrowUp') setAt((chosen + count - 1) % Math.max(1, count));
        else if (event.key === 'Enter' && fresh.value) void pick(chosen);
        else if (event.key === 'Escape') close();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

function Options({ request, picking, listId }: PartProps & { request: DeskRequest }) {
  const { found, name, chosen, on, pick } = picking;
  return (
    <div
      class="label-list"
      id={listId}
      role="listbox"
      aria-label={sayQueue('labels.title')}
      aria-multiselectable="true"
    >
      {found.map((label, index) => (
        <Option
          key={label.id}
          id={`${listId}-${index}`}
          active={index === chosen}
          put={request.labels[on].includes(label.id)}
          onPick={() => void pick(index)}
        >
          <LabelChips ids={[label.id]} />
        </Option>
      ))}
      {name !== null && (
        <Option
          id={`${listId}-${found.length}`}
          active={chosen === found.length}
          put={false}
          onPick={() => void pick(found.length)}
        >
          <Icon node={Plus} size={14} /> {sayQueue('labels.new', { name })}
        </Option>
      )}
    </div>
  );
}

function close(): void {
  labelling.value = null;
}

function Scope({ on, choose }: { on: LabelPut['on']; choose: (on: LabelPut['on']) => void }) {
  return (
    <div class="label-scope" role="radiogroup" aria-label={sayQueue('labels.scope')}>
      {(can('see-contact') ? (['request', 'person'] as const) : (['request'] as const)).map((each) => (
        <label key={each} class="filter">
          <input type="radio" name="label-on" checked={on === each} onChange={() => choose(each)} />
          <span>{sayQueue(`labels.${each}`)}</span>
        </label>
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  /** Whether the label is on already. */
  put: boolean;
  onPick: () => void;
  children: ComponentChildren;
}

function Option({ id, active, put, onPick, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as a combobox does
    <div
      id={id}
      class="label-option"
      role="option"
      tabIndex={-1}
      aria-selected={put}
      data-active={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span class="label-put">{put && <Icon node={Check} size={15} />}</span>
      {children}
    </div>
  );
}
