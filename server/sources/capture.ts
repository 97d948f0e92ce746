import { createReadStream } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Connector } from './connector.ts';
import { UnusableSource } from './source.ts';

/** No frame of the platform comes near it; a larger length is a file of another kind. */
const LONGEST_FRAME_BYTES = 16 * 1024 * 1024;

/**
 * The frames of a webcast capture, `[u32 LE length][WebcastPushFrame]...`, one by one and without holding the file in
 * memory. Throws {@link UnusableSource} where the framing breaks off or cannot be one.
 */
export async function* framesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 1;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    while (rest.length - at >= 4) {
      const length = rest.readUInt32LE(at);
      if (length === 0 || length > LONGEST_FRAME_BYTES) throw broken(file, number);
      if (rest.length - at - 4 < length) break;
      yield rest.subarray(at + 4, at + 4 + length);
      at += 4 + length;
      number += 1;
    }
    rest = rest.subarray(at);
  }
  if (rest.length > 0) throw new UnusableSource(`The capture ${file} is cut off in the middle of frame ${number}.`);
}

/** Reads the whole file once, so that a damaged capture is refused before any of it is played. */
export async function checkCapture(connector: Connector, file: string): Promise<void> {
  let number = 0;
  for await (const frame of framesOf(file)) {
    number += 1;
    if (!isFrame(connector, frame)) throw broken(file, number);
  }
  if (number === 0) throw new UnusableSource(`The capture ${file} is empty.`);
}

/** Whether the envelope can be read down to the list of its messages, which itself may hold unknown ones. */
function isFrame(connector: Connector, bytes: Buffer): boolean {
  try {
    const frame = connector.WebcastPushFrame.decode(bytes);
    if (frame.payloadEncoding !== 'pb') return frame.payloadType.length > 0;
    const zipped = frame.payload[0] === 0x1f && frame.payload[1] === 0x8b;
    const payload = zipped ? gunzipSync(frame.payload, { maxOutputLength: LONGEST_FRAME_BYTES }) : frame.payload;
    connector.ProtoMessageFetchResult.decode(payload);
    return true;
  } catch {
    return false;
  }
}

function broken(file: string, number: number): UnusableSource {
  return new UnusableSource(
    `The file ${file} is no webcast capture, or it is damaged: frame ${number} cannot be read.`,
  );
}
