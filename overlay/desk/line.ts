import type { Connection } from '../connect.ts';

let line: Connection<'desk'> | null = null;

/** The desk's connection, for what a page says over it; null while nobody is signed in. */
export function deskLine(): Connection<'desk'> | null {
  return line;
}

export function speakOver(next: Connection<'desk'> | null): void {
  line = next;
}
