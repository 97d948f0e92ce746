/** What the first bytes of a file say that it is. The content type that came with it is a claim, and not believed. */
export interface PictureHeader {
  readonly type: 'jpeg' | 'png' | 'webp';
  readonly width: number;
  readonly height: number;
}

/**
 * Why a file is not taken: `picture-type` is none of JPEG, PNG and WebP (SVG can hold scripts, GIF and others are not
 * read); `picture-moving` is an animation; `picture-broken` ends before it says how large it is; `picture-too-large` has
 * more pixels than are decoded here.
 */
export type PictureFault = 'picture-type' | 'picture-moving' | 'picture-broken' | 'picture-too-large';

/** A side, and all pixels, that are still decoded: phones of today make 8064 x 6048 at most, and 12 million by default. */
const MOST_SIDE = 10_000;
const MOST_PIXELS = 40_000_000;

/** Type and size of a picture by its header alone: nothing is decoded, so a picture that lies costs nothing. */
export function readHeader(bytes: Uint8Array): PictureHeader | PictureFault {
  const header = read(bytes);
  if (typeof header === 'string') return header;
  const { width, height } = header;
  if (width < 1 || height < 1) return 'picture-broken';
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS) return 'picture-too-large';
  return header;
}

function read(bytes: Uint8Array): PictureHeader | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 3 && view.getUint16(0) === 0xff_d8) return jpeg(view);
  if (ascii(bytes, 1, 'PNG\r\n')) return png(bytes, view);
  if (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP')) return webp(bytes, view);
  return 'picture-type';
}

function ascii(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

/** ITU T.81, B.2.2: the frame header is the first SOF marker; DHT (C4), JPG (C8) and DAC (CC) lie among them. */
function jpeg(view: DataView): PictureHeader | PictureFault {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return 'picture-broken';
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return 'picture-broken';
}

/** PNG, 11.2.2 (IHDR) and 11.3.6 (acTL, which stands before the picture's data). */
function png(bytes: Uint8Array, view: DataView): PictureHeader | PictureFault {
  if (bytes.length < 33 || !ascii(bytes, 12, 'IHDR')) return 'picture-broken';
  let at = 8;
  while (at + 8 <= bytes.length && !ascii(bytes, at + 4, 'IDAT')) {
    if (ascii(bytes, at + 4, 'acTL')) return 'picture-moving';
    at += 12 + view.getUint32(at);
  }
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** RFC 9649, 2.5 to 2.7: lossy, lossless, or extended, where a bit says that it moves. */
function webp(bytes: Uint8Array, view: DataView): PictureHeader | PictureFault {
  if (bytes.length < 30) return 'picture-broken';
  if (ascii(bytes, 12, 'VP8 ')) {
    return { type: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (ascii(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (!ascii(bytes, 12, 'VP8X')) return 'picture-broken';
  if ((view.getUint8(20) & 0b10) !== 0) return 'picture-moving';
  const side = (at: number) => 1 + view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  return { type: 'webp', width: side(24), height: side(27) };
}
