import { menuShown } from './state.ts';

/** The open menu has the focus and its own keys, and goes with a press elsewhere. */
export function whileOpen(box: HTMLElement): () => void {
  box.querySelector<HTMLElement>('[aria-checked="true"], [role^="menuitem"]')?.focus();
  const elsewhere = (event: Event) => {
    if (event.target instanceof Node && !box.contains(event.target)) menuShown.value = false;
  };
  const hear = (event: KeyboardEvent) => hearMenu(event, box);
  addEventListener('pointerdown', elsewhere);
  box.addEventListener('keydown', hear);
  return () => {
    removeEventListener('pointerdown', elsewhere);
    box.removeEventListener('keydown', hear);
  };
}

/** The arrows walk through the menu, Escape leaves it: none of them is a key of the desk meanwhile. */
function hearMenu(event: KeyboardEvent, box: HTMLElement): void {
  const items: Element[] = [...box.querySelectorAll('[role^="menuitem"]')];
  const at = document.activeElement ? items.indexOf(document.activeElement) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  const wanted = to === undefined ? undefined : items[(to + items.length) % items.length];
  if (wanted instanceof HTMLElement) wanted.focus();
  else if (event.key === 'Escape') {
    menuShown.value = false;
    box.querySelector('button')?.focus();
  } else if (event.key === 'Tab') menuShown.value = false;
  else return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}
