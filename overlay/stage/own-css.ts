/*
 * The streamer's own CSS may change how the stage looks and nothing else. The browser's parser says what is a rule, so
 * that no trick of writing stands between this check and what is drawn; what could load anything is left out.
 */

/**
 * The functions and rules that can name an address, as the browser writes them. A backslash is refused with them: a
 * custom property keeps its value as it was written, and `--x: u\72l(…)` would become an address where it is used.
 */
const REACHES_OUT = /(?:url|src|image|image-set|element|paint)\(|@(?:import|font-face|namespace|document)|\\/i;

/** Whether a rule, as the browser wrote it out, could make the page load anything. */
export function reachesOut(rule: string): boolean {
  return REACHES_OUT.test(rule);
}

/** The rules of `css` that cannot reach the network, as one sheet. What the browser cannot read is left out by it. */
export function ownSheet(css: string): CSSStyleSheet {
  const given = new CSSStyleSheet();
  // A constructed sheet leaves @import out by itself.
  given.replaceSync(css);
  const clean = new CSSStyleSheet();
  const kept = [...given.cssRules].map((rule) => rule.cssText).filter((rule) => !reachesOut(rule));
  clean.replaceSync(kept.join('\n'));
  return clean;
}

/** What of `css` is left out, by the beginning of each rule: what the studio tells of it. */
export function leftOut(css: string): string[] {
  const given = new CSSStyleSheet();
  given.replaceSync(css);
  const rules = [...given.cssRules].map((rule) => rule.cssText).filter(reachesOut);
  const heads = rules.map((rule) => (rule.split('{')[0] ?? '').trim());
  return /@import\b/i.test(css) ? ['@import', ...heads] : heads;
}

/** Puts the streamer's CSS in force on this page, in place of what was given before. */
export function wear(css: string): void {
  document.adoptedStyleSheets = css.trim() === '' ? [] : [ownSheet(css)];
}
