import { type Answer, readProblem, refusedAs } from '../../parts/ask.ts';

/** The server's own limit: a larger file need not be sent to be refused. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Sends a file as it is; the server makes a small picture of it. Never throws. */
export async function sendPicture(file: File): Promise<Answer<{ id: string }>> {
  if (file.size > MOST_BYTES) return refusedAs('too-large');
  let response: Response;
  try {
    response = await fetch('/api/v1/pictures', {
      method: 'POST',
      credentials: 'same-origin',
      // A file without a type is none that can be used; the server says so in its word.
      headers: { 'content-type': file.type.startsWith('image/') ? file.type : 'image/unknown' },
      body: file,
    });
  } catch {
    return refusedAs('offline');
  }
  const value: unknown = await response.json().catch(() => null);
  if (response.ok) return { type: 'done', value: value as { id: string } };
  return { type: 'refused', ...readProblem(value, response.status) };
}

/** Where the owner sees a picture, published or not. */
export function pictureUrl(id: string): string {
  return `/api/v1/pictures/${id}.webp`;
}
