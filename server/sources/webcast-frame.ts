import type { LiveEvent } from '../../shared/events.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Connector } from './connector.ts';
import { eventOf } from './webcast.ts';
import { named } from './webcast-user.ts';

/** A frame of the webcast socket, taken apart. */
export interface ReadFrame {
  readonly events: ReadonlyArray<LiveEvent>;
  /** One word per message that no event is made of. */
  readonly skipped: ReadonlyArray<string>;
  /** How many messages it carried; acknowledgements and heartbeats carry none. */
  readonly messages: number;
  /** The server's clock when it sent the frame, null where it does not say. */
  readonly sentAt: EpochMillis | null;
  /** Room of the last message that names one, else the room that was given. */
  readonly room: string | null;
}

/** Bytes that are no frame, or one whose payload is damaged: the sender's fault. */
export class UnreadableFrame extends Error {
  override readonly name = 'UnreadableFrame';
}

/** What the reader of frames knows beside the bytes. */
export interface FrameContext {
  readonly source: string;
  readonly room: string | null;
  /** A live connection is in one room whatever its messages name; a capture knows no more than its messages. */
  readonly roomFrom: 'connection' | 'messages';
  readonly receivedAt: EpochMillis;
}

/** Reads one `WebcastPushFrame`. Rejects with {@link UnreadableFrame}; with anything else for a bug. */
export async function readFrame(connector: Connector, bytes: Uint8Array, context: FrameContext): Promise<ReadFrame> {
  const frame = await connector.deserializeWebSocketMessage(bytes).catch((cause: unknown) => {
    throw new UnreadableFrame('a frame of the webcast that cannot be read', { cause });
  });
  const result = frame.protoMessageFetchResult;
  const sentAt = Number(result?.now) || null;
  const events: LiveEvent[] = [];
  const skipped: string[] = [];
  let room = context.room;
  for (const message of result?.messages ?? []) {
    const { decodedData, payload } = message;
    if (!decodedData) {
      skipped.push(`${message.method.slice(0, 80)}: ${message.decodeError ? 'unreadable' : 'unknown'}`);
      continue;
    }
    if (context.roomFrom === 'messages') room = named(decodedData.data.common?.roomId) ?? room;
    const made = eventOf(
      { data: decodedData, payload, envelopeId: message.msgId },
      { source: context.source, room, receivedAt: sentAt ?? context.receivedAt },
    );
    if (typeof made === 'string') skipped.push(made);
    else events.push(made);
  }
  return { events, skipped, messages: result?.messages.length ?? 0, sentAt, room };
}
