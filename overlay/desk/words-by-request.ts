/** What is typed by request, with words of one; of a field that was emptied nothing is kept. */
export function withWords(
  before: ReadonlyMap<string, string>,
  request: string,
  text: string,
): ReadonlyMap<string, string> {
  const next = new Map(before);
  if (text === '') next.delete(request);
  else next.set(request, text);
  return next;
}
