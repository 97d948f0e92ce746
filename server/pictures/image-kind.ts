/** A page may be asked to draw this many pixels a side; a small file can unpack into gigabytes. */
const LONGEST_SIDE = 1024;

export type ImageType = 'image/png' | 'image/webp' | 'image/jpeg';

interface Read {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  readonly isMoving: boolean;
}

/**
 * What a picture is by its own first bytes, whatever it was called; null for one that is no still PNG, WebP or JPEG of at
 * most {@link LONGEST_SIDE} pixels a side. SVG is none of them, and what moves would move on a stage without end.
 */
export function imageType(bytes: Buffer): ImageType | null {
  const read = readPng(bytes) ?? readWebp(bytes) ?? readJpeg(bytes);
  if (!read || read.isMoving) return null;
  return Math.min(read.width, read.height) > 0 && Math.max(read.width, read.height) <= LONGEST_SIDE ? read.type : null;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** RFC 2083: the signature, then IHDR with both sides. An `acTL` chunk makes it an animation. */
function readPng(bytes: Buffer): Read | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG) || nameAt(bytes, 12) !== 'IHDR') return null;
  const isMoving = bytes.includes('acTL');
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), isMoving };
}

/** RFC 9649: a RIFF of lossy (`VP8 `), lossless (`VP8L`) or extended (`VP8X`) form. */
function readWebp(bytes: Buffer): Read | null {
  if (bytes.length < 30 || nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP') return null;
  const type = 'image/webp';
  switch (nameAt(bytes, 12)) {
    case 'VP8 ':
      return {
        type,
        width: bytes.readUInt16LE(26) & 0x3fff,
        height: bytes.readUInt16LE(28) & 0x3fff,
        isMoving: false,
      };
    case 'VP8L': {
      const sides = bytes.readUInt32LE(21);
      return { type, width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1, isMoving: false };
    }
    case 'VP8X': {
      const isMoving = ((bytes[20] ?? 0) & 0x02) !== 0;
      return { type, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, isMoving };
    }
    default:
      return null;
  }
}

/** ISO 10918: segments up to the frame header, which has both sides. */
function readJpeg(bytes: Buffer): Read | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return { type: 'image/jpeg', width, height, isMoving: false };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** SOF0 to SOF15; C4, C8 and CC among them are tables and a reserve. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function nameAt(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
