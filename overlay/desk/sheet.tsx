import type { IconNode } from 'lucide';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../parts/button.tsx';
import './sheet.css';

interface Props {
  icon: IconNode;
  /** What the button opens, as a noun. */
  label: string;
  /** Buttons. A press on any of them does what it does, and closes the sheet unless `stays`. */
  children: ComponentChildren;
  /** Several of its buttons are used one after the other. */
  stays?: boolean;
  /** Something in it is other than usual, and would go unseen while it is closed. */
  marked?: boolean;
}

/** A button of the bar with the buttons that have no room in it, at the window's edge where the bar is. Escape and a press elsewhere close it. */
export function Sheet({ icon, label, children, stays = false, marked = false }: Props) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  usePressElsewhere(whole, open, close);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the Escape of the buttons within, which would leave the request
    <div
      class="sheet"
      ref={whole}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return;
        event.stopPropagation();
        close();
        whole.current?.querySelector('button')?.focus();
      }}
    >
      <IconButton
        size="small"
        icon={icon}
        label={label}
        look={marked ? 'primary' : 'plain'}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button within is a click on it
        <fieldset
          class="sheet-body"
          aria-label={label}
          onClick={(event) => {
            if (!stays && event.target instanceof Element && event.target.closest('button, a')) close();
          }}
        >
          {children}
        </fieldset>
      )}
    </div>
  );
}

/** Tells of a press or a focus outside while it is open. */
function usePressElsewhere(whole: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) close();
    };
    addEventListener('pointerdown', elsewhere);
    addEventListener('focusin', elsewhere);
    return () => {
      removeEventListener('pointerdown', elsewhere);
      removeEventListener('focusin', elsewhere);
    };
  }, [open]);
}
