/** Languages, zones and kinds of text that one page or one hour of mails needs; more of them, and it begins anew. */
const MOST_KEPT = 200;
const kept = new Map<string, Intl.DateTimeFormat>();

/**
 * The format of that tag and these options, made once: to make one takes some hundred times as long as to write a time by
 * it, and a list of times needs the same one for each. The zone is said in the options (`UTC` for a day without one), so
 * that a machine that moves to another zone is not read by its old one.
 */
export function dateFormat(
  tag: string,
  options: Intl.DateTimeFormatOptions & { readonly timeZone: string },
): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = new Intl.DateTimeFormat(tag, options);
  kept.set(key, made);
  return made;
}
