import { useEffect, useState } from 'preact/hooks';
import { markSent } from './sent-mark.ts';

/**
 * The private page of what has just been sent, while the browser is on its way there; null before. A form that the
 * browser took out of its memory as somebody came back is one to send again.
 */
export function useSentTo() {
  const sentTo = useState<string | null>(null);
  const [, set] = sentTo;
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) set(null);
    };
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, [set]);
  return sentTo;
}

export function leaveFor(thread: string): void {
  markSent();
  // The path alone: the page may have been opened by another name of the same door.
  location.assign(new URL(thread, location.href).pathname);
}
