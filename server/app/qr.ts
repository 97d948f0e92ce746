import { encode } from 'uqr';

/** A QR code as a picture of its own, with the quiet zone of four modules that cameras need. */
export function qrPicture(text: string): string {
  const { modules, path } = qrOf(text);
  const edge = modules + 8;
  const size = `width="${edge * 16}" height="${edge * 16}" viewBox="-4 -4 ${edge} ${edge}"`;
  const ground = `<path fill="#fff" d="M-4 -4h${edge}v${edge}h-${edge}z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} shape-rendering="crispEdges">${ground}<path d="${path}"/></svg>\n`;
}

/** A QR code as one SVG path over a square of `modules` units, dark modules only; the quiet zone is the page's. */
export function qrOf(text: string): { modules: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  return { modules: size, path };
}
