import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../../parts/icon.tsx';

interface Props {
  title: string;
  /** What is set inside, in a few words, so that nobody has to open it to know. */
  state: string;
  /** Something inside is not as it has to be: it opens. */
  wrong?: boolean;
  children: ComponentChildren;
}

/** One group of a form, folded until it is wanted. */
export function Fold({ title, state, wrong = false, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="fold" open={open || wrong} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon node={ChevronRight} size={18} />
        <span class="fold-title">{title}</span>
        <span class="fold-state quiet small">{state}</span>
      </summary>
      <div class="stack gap-3 fold-inside">{children}</div>
    </details>
  );
}
