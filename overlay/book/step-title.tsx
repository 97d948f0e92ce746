import type { ComponentChildren } from 'preact';
import { useOpened } from './opened.ts';

/** A step's heading. It takes the focus when the step opens, so that keyboard and screen reader begin there. */
export function StepTitle({ children }: { children: ComponentChildren }) {
  const heading = useOpened<HTMLHeadingElement>();
  return (
    <h1 class="step-title" tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
