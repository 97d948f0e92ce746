const LONGEST_NAME = 48;

/**
 * A stranger's text as it may stand on air: one line, no characters that turn the direction of what follows or take no
 * room, and so short that a name of ten thousand marks costs no layout time. The box itself clips the rest. The
 * server's cut (core/views.ts) only bounds what is sent; what a text may do once it is drawn is decided here.
 */
export function onAir(text: string, longest = LONGEST_NAME): string {
  const plain = text
    .slice(0, longest * 8)
    .replace(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    // More than two marks on one letter is decoration that climbs out of its line.
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  return Array.from(plain).slice(0, longest).join('');
}
