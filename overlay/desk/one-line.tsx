import { Ellipsis } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../parts/button.tsx';
import { sayTeam } from './team-words.ts';

/** As in `.act-bar`. */
const GAP = 4;

/**
 * Buttons in one line, the most used first: what has no room stands behind a button at its end, which opens further lines
 * in place. Measured, since the words are of another length in each language.
 */
export function OneLine({ busy, children }: { busy?: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // After each drawing: which buttons there are, and what stands on them, changes with the request.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    fold(element, open);
    const watcher = new ResizeObserver(() => fold(element, open));
    watcher.observe(element);
    return () => watcher.disconnect();
  });
  return (
    <div class="act-bar" ref={box} {...(busy === undefined ? {} : { 'data-busy': busy })}>
      {children}
      <IconButton
        size="small"
        icon={Ellipsis}
        label={sayTeam(open ? 'bar.fewerActs' : 'bar.moreActs')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
    </div>
  );
}

/** Hides the buttons that do not fit into one line, from the last on, and the last of all where there are none such. */
function fold(box: HTMLElement, open: boolean): void {
  const all = [...box.children] as HTMLElement[];
  const more = all.pop();
  if (!more) return;
  for (const each of [...all, more]) each.hidden = false;
  const widths = all.map((each) => each.getBoundingClientRect().width);
  const fits = howMany(widths, more.getBoundingClientRect().width, box.getBoundingClientRect().width);
  more.hidden = fits === all.length;
  if (!open) for (const each of all.slice(fits)) each.hidden = true;
}

/** How many of these widths stand in a line of `room` pixels: all of them, or as many as leave room for `more`. */
export function howMany(widths: ReadonlyArray<number>, more: number, room: number): number {
  const upTo = (count: number) => widths.slice(0, count).reduce((sum, width) => sum + width + GAP, 0);
  // Half a pixel is what browsers round by.
  if (upTo(widths.length) - GAP <= room + 0.5) return widths.length;
  let count = widths.length - 1;
  while (count > 1 && upTo(count) + more > room + 0.5) count--;
  return count;
}
