import { ChevronLeft, ChevronRight } from 'lucide';
import { IconButton } from '../parts/button.tsx';

interface Turn {
  label: string;
  can: boolean;
  go: () => void;
}

/** The name of the month or week that is shown, spoken when it changes, between the ways back and on. */
export function Pager({ title, back, on }: { title: string; back: Turn; on: Turn }) {
  return (
    <div class="pager">
      <IconButton
        icon={ChevronLeft}
        label={back.label}
        aria-disabled={!back.can}
        onClick={() => back.can && back.go()}
      />
      <h2 class="pager-title" aria-live="polite">
        {title}
      </h2>
      <IconButton icon={ChevronRight} label={on.label} aria-disabled={!on.can} onClick={() => on.can && on.go()} />
    </div>
  );
}
