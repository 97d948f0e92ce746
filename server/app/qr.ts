import { encode } from 'uqr';

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
