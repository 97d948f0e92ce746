import type { Worded } from './wording.ts';

/** The two parts of a mail: plain text, and the same words as simple HTML that loads nothing and tracks nobody. */

export function textPart({ text, footer }: Worded): string {
  return `${text}\n\n-- \n${footer}\n`;
}

/* Colours are those of the viewers' page. Clients that drop the sheet keep black on white, or turn it by themselves. */
const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; background: #f4f6f6; color: #142024; }
.card { background: #ffffff; }
.quiet { color: #4d5c62; }
a { color: #0a5c67; }
a.page { background: #0b6470; color: #ffffff; }
@media (prefers-color-scheme: dark) {
  body { background: #0e1416; color: #ecf1f2; }
  .card { background: #171f22; }
  .quiet { color: #a3b1b6; }
  a { color: #6fcfd4; }
  a.page { background: #58c3c9; color: #06201f; }
}`.trim();

const FONT = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; font-size: 16px; line-height: 1.5";

export function htmlPart(worded: Worded): string {
  const paragraphs = worded.text.split(/\n{2,}/).map((paragraph) => htmlOf(paragraph, worded));
  return `<!doctype html>
<html lang="${worded.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(worded.subject)}</title>
<style>
${SHEET}
</style>
</head>
<body style="margin: 0; padding: 24px 12px; ${FONT}">
<div class="card" style="max-width: 560px; margin: 0 auto; padding: 24px; border-radius: 12px">
${paragraphs.join('\n')}
</div>
<p class="quiet" style="max-width: 560px; margin: 16px auto 0; padding: 0 12px; font-size: 13px">${escaped(worded.footer)}</p>
</body>
</html>
`;
}

/** One paragraph; the thread's address on a line of its own becomes a button, other links of ours stay readable links. */
function htmlOf(paragraph: string, { links, page }: Worded): string {
  const lines = paragraph.split('\n').map((line) => {
    if (line.trim() === page.address) return button(page);
    const link = links.find((one) => line.includes(one));
    if (link === undefined) return escaped(line);
    const [before = '', ...after] = line.split(link);
    return `${escaped(before)}<a href="${escaped(link)}">${escaped(link)}</a>${escaped(after.join(link))}`;
  });
  return `<p style="margin: 0 0 16px; overflow-wrap: anywhere">${lines.join('<br>\n')}</p>`;
}

function button({ address, label }: Worded['page']): string {
  return `<a class="page" href="${escaped(address)}" style="display: inline-block; margin-top: 4px; padding: 10px 18px; border-radius: 8px; font-weight: 600; text-decoration: none">${escaped(label)}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
