import type { IconNode } from 'lucide';
import { MessageSquareText, User, Zap } from 'lucide';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
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
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const found = foundCommands(commandsNow(), search);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, chosen]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    // After the dialog has given the focus back, so that what the command focuses keeps it.
    setTimeout(command.run);
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
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, found.length));
          else if (event.key === 'ArrowUp') setAt((chosen + found.length - 1) % Math.max(1, found.length));
          else if (event.key === 'Enter') run(found[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <p class="unseen" role="status">
        {found.length === 0 ? sayTeam('palette.none') : sayTeam('palette.found', { count: found.length })}
      </p>
      <div class="palette-list" id={listId} role="listbox" aria-label={sayTeam('palette.title')}>
        {found.map((command, index) => (
          <Line key={command.id} id={`${listId}-${index}`} command={command} chosen={index === chosen} onPick={run} />
        ))}
      </div>
      {found.length === 0 && <p class="palette-none quiet">{sayTeam('palette.none')}</p>}
    </>
  );
}

interface LineProps {
  id: string;
  command: Command;
  chosen: boolean;
  onPick: (command: Command) => void;
}

function Line({ id, command, chosen, onPick }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as a combobox does
    <div
      id={id}
      class="palette-option"
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(command)}
    >
      <Icon node={ICONS[command.kind]} size={16} label={sayTeam(`palette.${command.kind}`)} />
      <span class="palette-name one-line" dir="auto">
        {command.name}
      </span>
      <span class="palette-about one-line small quiet" dir="auto">
        {command.about}
      </span>
      {command.key && <kbd>{command.key}</kbd>}
    </div>
  );
}
