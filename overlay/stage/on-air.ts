const LONGEST_NAME = 48;
/** Turns what follows, takes no room, or is a blank that looks like a letter to a program. Joiners of emoji and scripts stay. */
const SHOWS_NOTHING =
  /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad\u115f\u1160\u180e\u2800\u3164\uffa0]|\u034f/g;

/**
 * A stranger's text as it may stand on air: one line, no characters that turn the direction of what follows or take no
 * room or show nothing, and so short that a name of ten thousand marks costs no layout time. The box itself clips the rest. The
 * server's cut (core/views.ts) only bounds what is sent; what a text may do once it is drawn is decided here.
 */
export function onAir(text: string, longest = LONGEST_NAME): string {
  const plain = text
    .slice(0, longest * 8)
    .replace(SHOWS_NOTHING, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    // More than two marks on one letter is decoration that climbs out of its line.
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  return cut(plain, longest);
}

/** No letter, flag or emoji is cut in two; what was cut says so. Chromium has had the segmenter since 87. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const shown = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
  return shown.length <= longest ? text : `${shown.slice(0, longest - 1).join('')}…`;
}
