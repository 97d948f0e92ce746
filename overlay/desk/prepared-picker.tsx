import { useId, useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { filledFor } from '../../shared/filled-reply.ts';
import type { PreparedReply } from '../../shared/prepared-replies.ts';
import { foundReplies, prepared, type Slash, slashAt } from './prepared.ts';
import { view } from './state.ts';
import { sayTeam } from './team-words.ts';
import { tongue } from './words.ts';

/** More would hide the conversation; typing finds the others. */
const MOST_SHOWN = 7;

/** The choice of a prepared reply that belongs to one text field. */
export interface Picker {
  readonly options: ReadonlyArray<PreparedReply>;
  readonly chosen: number;
  readonly listId: string;
  /** What the field says of it to a screen reader. */
  readonly aria: Readonly<Record<string, string>>;
  /** To be called whenever text or caret have changed. */
  look(field: HTMLTextAreaElement): void;
  /** Whether the key was the picker's own. */
  key(event: KeyboardEvent): boolean;
  insert(reply: PreparedReply): void;
}

/** Finds prepared replies by what is typed after a slash; `put` gets the whole new text and where the caret goes. */
export function usePicker(request: DeskRequest, text: string, put: (text: string, caret: number) => void): Picker {
  const listId = useId();
  const [slash, setSlash] = useState<Slash | null>(null);
  const [at, setAt] = useState(0);
  const [left, setLeft] = useState<number | null>(null);
  const open = slash !== null && slash.from !== left;
  const options = open ? foundReplies(prepared.value.replies, slash.query).slice(0, MOST_SHOWN) : [];
  const chosen = Math.min(at, Math.max(0, options.length - 1));

  function insert(reply: PreparedReply): void {
    if (!slash) return;
    const about = { creator: view.value?.creator?.name ?? '', link: prepared.value.link };
    const filled = filledFor(reply, request, about).text;
    setSlash(null);
    put(text.slice(0, slash.from) + filled + text.slice(slash.to), slash.from + filled.length);
  }

  function key(event: KeyboardEvent): boolean {
    if (options.length === 0 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
    const picked = options[chosen];
    if (event.key === 'ArrowDown') setAt((chosen + 1) % options.length);
    else if (event.key === 'ArrowUp') setAt((chosen + options.length - 1) % options.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && picked) insert(picked);
    else if (event.key === 'Escape') setLeft(slash?.from ?? null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return {
    options,
    chosen,
    listId,
    aria: {
      'aria-autocomplete': 'list',
      ...(options.length > 0 ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${chosen}` } : {}),
    },
    look(field) {
      const next = slashAt(field.value, field.selectionStart);
      if (next?.from !== slash?.from || next?.query !== slash?.query) setAt(0);
      if (next === null) setLeft(null);
      setSlash(next);
    },
    key,
    insert,
  };
}

/** The list over the field, with how each would read to this viewer. */
export function PickerList({ picker, request }: { picker: Picker; request: DeskRequest }) {
  const { options, chosen, listId } = picker;
  const about = { creator: view.value?.creator?.name ?? '', link: prepared.value.link };
  return (
    <>
      <p class="unseen" role="status">
        {options.length > 0 ? sayTeam('prepared.found', { count: options.length }) : ''}
      </p>
      {options.length > 0 && (
        <div class="picker" id={listId} role="listbox" aria-label={sayTeam('prepared.title')}>
          {options.map((reply, index) => {
            const filled = filledFor(reply, request, about);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as a combobox does
              <div
                key={reply.id}
                id={`${listId}-${index}`}
                class="picker-option"
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                // The field keeps the focus, and with it its keys.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => picker.insert(reply)}
              >
                <span class="picker-name one-line">{reply.name}</span>
                {filled.language !== request.language && (
                  <span class="picker-language small quiet">
                    {sayTeam('prepared.inLanguage', { language: languageName(filled.language) })}
                  </span>
                )}
                <span class="picker-text one-line small quiet" dir="auto">
                  {filled.text}
                </span>
              </div>
            );
          })}
        </div>
      )}
    </>
  );
}

export function languageName(language: string): string {
  return new Intl.DisplayNames(tongue(), { type: 'language' }).of(language) ?? language;
}
