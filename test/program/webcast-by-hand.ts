import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Totals } from '../../shared/live.ts';

/**
 * A second way to read a webcast capture, apart from the program's and its libraries: protobuf by its wire format
 * alone, and totals added up message by message as the interface document words them. It is slow and knows only what
 * the totals need; field numbers are those of the platform's messages.
 */

type Field = number | bigint | Buffer;

/** The fields of a protobuf message by number, each as often as it stands there. */
function fieldsOf(bytes: Buffer): Map<number, Field[]> {
  const fields = new Map<number, Field[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes.readUInt8(at++);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const kind = key & 7;
    let value: Field;
    if (kind === 0) value = varint();
    else {
      const length = kind === 2 ? Number(varint()) : kind === 1 ? 8 : 4;
      value = bytes.subarray(at, at + length);
      at += length;
    }
    fields.set(key >> 3, [...(fields.get(key >> 3) ?? []), value]);
  }
  return fields;
}

/** What stands at a path of field numbers; each but the last holds a message. */
function at(bytes: Buffer, ...path: number[]): Field | undefined {
  let value: Field | undefined = bytes;
  for (const number of path) value = Buffer.isBuffer(value) ? fieldsOf(value).get(number)?.[0] : undefined;
  return value;
}

const numberAt = (bytes: Buffer, ...path: number[]) => Number(at(bytes, ...path) ?? 0);
const textAt = (bytes: Buffer, ...path: number[]) => String(at(bytes, ...path) ?? '');

interface Message {
  readonly method: string;
  readonly payload: Buffer;
}

/** `[u32 LE length][WebcastPushFrame]...`: the payload (8) is gzip of a list (1) of messages with method (1) and payload (2). */
function messagesOf(file: string): Message[] {
  const bytes = readFileSync(file);
  const messages: Message[] = [];
  for (let from = 0; from < bytes.length; from += 4 + bytes.readUInt32LE(from)) {
    const frame = bytes.subarray(from + 4, from + 4 + bytes.readUInt32LE(from));
    const result = gunzipSync(at(frame, 8) as Buffer);
    for (const message of fieldsOf(result).get(1) ?? []) {
      if (!Buffer.isBuffer(message)) continue;
      messages.push({ method: textAt(message, 1), payload: at(message, 2) as Buffer });
    }
  }
  return messages;
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** The totals of a capture, worked out anew. In every message field 1 is the common part: room (3), time (4), text (8). */
export function totalsByHand(file: string): Omit<Totals, 'tips' | 'subscribes' | 'questions'> {
  const messages = messagesOf(file);
  const of = (method: string) => messages.flatMap((one) => (one.method === method ? [one.payload] : []));
  const counts = new Map<string, number>();
  const values = new Map<string, number>();
  for (const [index, gift] of of('WebcastGiftMessage').entries()) {
    // Gift (15): worth (12), type (11). Type 1 is a row of taps under room, giver (7.1), gift (2) and group (11).
    const row = [numberAt(gift, 1, 3), at(gift, 7, 1), numberAt(gift, 2), at(gift, 11)].join('/');
    const key = numberAt(gift, 15, 11) === 1 ? row : `single ${index}`;
    const count = numberAt(gift, 5);
    counts.set(key, Math.max(counts.get(key) ?? 0, count));
    values.set(key, Math.max(values.get(key) ?? 0, count * numberAt(gift, 15, 12)));
  }
  const likes = new Map<number, number>();
  for (const like of of('WebcastLikeMessage')) {
    const room = numberAt(like, 1, 3);
    likes.set(room, Math.max(likes.get(room) ?? 0, numberAt(like, 3)));
  }
  const social = of('WebcastSocialMessage').map((message) => textAt(message, 1, 8, 1));
  const viewers = of('WebcastRoomUserSeqMessage').map((seq) => ({ at: numberAt(seq, 1, 4), now: numberAt(seq, 3) }));
  return {
    chats: of('WebcastChatMessage').filter((chat) => textAt(chat, 3).trim() !== '').length,
    gifts: sum(counts.values()),
    diamonds: sum(values.values()),
    likes: sum(likes.values()),
    follows: social.filter((key) => key.includes('follow')).length,
    shares: social.filter((key) => key.includes('share')).length,
    joins: of('WebcastMemberMessage').filter((member) => numberAt(member, 10) === 1).length,
    viewersNow: viewers.toSorted((a, b) => a.at - b.at).at(-1)?.now ?? 0,
    viewersPeak: Math.max(0, ...viewers.map(({ now }) => now)),
  };
}
