import type { ComponentChildren } from 'preact';

/** The title of a section, one sentence of what it is for, and its acts at the far edge. */
export function SectionHead({ title, text, children }: { title: string; text?: string; children?: ComponentChildren }) {
  return (
    <div class="section-head">
      <div class="stack gap-2">
        <h1>{title}</h1>
        {text && <p class="quiet section-text">{text}</p>}
      </div>
      {children}
    </div>
  );
}
