import type { ComponentChildren } from 'preact';

/** One thing that is known of a booking, by its name. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact-line">
      <dt dir="auto">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
