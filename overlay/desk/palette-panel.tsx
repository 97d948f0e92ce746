import type { IconNode } from 'lucide';
import { MessageSquareText, User, Zap } from 'lucide';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { keyNames } from '../parts/key-names.ts';
import { type Command, foundCommands, paletteShown } from './palette.ts';
import { commandsNow } from './palette-commands.ts';
import { sayTeam } from './team-words.ts';

const ICONS: Readonly<Record<Command['kind'], IconNode>> = { act: Zap, request: User, reply: MessageSquareText };

/** Everything by its name: opened by Ctrl or Command with K, wherever the focus is. */
export function PalettePanel() {
  const box = useRef<HTMLDialogElement>(null);
  const shown = paletteShown.value;
  // Before anything is drawn: the next key is already a part of the search.
  useLayoutEffect(() => {
    if (shown) box.current?.showModal();
    else box.current?.close();
  }, [shown]);
  return (
    <dialog ref={box} class="palette" aria-label={sayTeam('palette.title')} onClose={close}>
      {shown && <Palette />}
    </dialog>
  );
}

function close(): void {
  paletteShown.value = false;
}

/** A combobox: the focus stays in the field, and the list says by its id what is chosen. */
function Palette() {
  const listId = useId();
  const { search, find, found, chosen, move } = useFound();
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, chosen]);
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        class="control palette-search"
        type="text"
        role="combobox"
        // biome-ignore lint/a11y/noAutofocus: a dialog moves the focus to what it was opened for
        autoFocus
        autoComplete="off"
        aria-label={sayTeam('palette.search')}
        placeholder={sayTeam('palette.search')}
        aria-expanded={found.length > 0}
        aria-autocomplete="list"
        aria-controls={listId}
        {...(found.length > 0 ? { 'aria-activedescendant': `${listId}-${chosen}` } : {})}
        value={search}
        onInput={(event) => find(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <Found id={listId} found={found} chosen={chosen} />
    </>
  );
}

/** What is found by the words that are typed, and which of it is chosen; the first when the words change. */
function useFound() {
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const found = foundCommands(commandsNow(), search);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  return {
    search,
    found,
    chosen,
    find(words: string) {
      setSearch(words);
      setAt(0);
    },
    /** Past either end it begins at the other. */
    move: (by: 1 | -1) => setAt((chosen + found.length + by) % Math.max(1, found.length)),
  };
}

function run(command: Command | undefined): void {
  if (!command) return;
  close();
  // After the dialog has given the focus back, so that what the command focuses keeps it.
  setTimeout(command.run);
}

function Found({ id, found, chosen }: { id: string; found: ReadonlyArray<Command>; chosen: number }) {
  const none = found.length === 0 && sayTeam('palette.none');
  return (
    <>
      <p class="unseen" role="status">
        {none || sayTeam('palette.found', { count: found.length })}
      </p>
      <div class="palette-list" id={id} role="listbox" aria-label={sayTeam('palette.title')}>
        {found.map((command, index) => (
          <Line key={command.id} id={`${id}-${index}`} command={command} chosen={index === chosen} />
        ))}
      </div>
      {none && <p class="palette-none quiet">{none}</p>}
    </>
  );
}

interface LineProps {
  id: string;
  command: Command;
  chosen: boolean;
}

function Line({ id, command, chosen }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as a combobox does
    <div
      id={id}
      class="palette-option"
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(command)}
    >
      <Icon node={ICONS[command.kind]} size={16} label={sayTeam(`palette.${command.kind}`)} />
      <span class="palette-name one-line" dir="auto">
        {command.name}
      </span>
      <span class="palette-about one-line small quiet" dir="auto">
        {command.about}
      </span>
      {command.key && <kbd>{keyNames(command.key)}</kbd>}
    </div>
  );
}
