import { withAddresses } from './addresses.ts';

/** What the creator wrote, with its addresses to be pressed: the rest stays text, and what opens learns nothing of the thread. */
export function LinkedWords({ text }: { text: string }) {
  return (
    <>
      {withAddresses(text).map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a key={part.href} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.href}
          </a>
        ),
      )}
    </>
  );
}
