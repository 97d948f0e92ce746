import { z } from 'zod';
import type { DirectMessage } from '../app/dm-inbox.ts';

/** Longest text of a message there. */
const MOST_LETTERS = 6000;

/** The envelope of every event; `content` is JSON in a string. https://developers.tiktok.com/doc/webhooks-overview */
const Envelope = z.object({
  client_key: z.string().max(200),
  event: z.string().max(100),
  create_time: z.int().min(0),
  user_openid: z.string().max(200).optional(),
  content: z.string().max(60_000),
});

const Id = z.string().min(1).max(200);
const Content = z.object({
  timestamp: z.int().min(0),
  conversation_id: Id,
  message_id: Id,
  type: z.string().max(60),
  text: z.object({ body: z.string().max(60_000) }).optional(),
  share_post: z.object({ embed_url: z.string().max(2000).optional() }).optional(),
  from: z.string().max(200).optional(),
  to: z.string().max(200).optional(),
});

/** What an event means here. `other`: nothing, but it is theirs, so that it is answered with 200 and not sent again. */
export type TikTokEvent = (
  | { readonly type: 'message'; readonly message: DirectMessage }
  | { readonly type: 'removed' }
  | { readonly type: 'other' }
) & {
  /** Whose account it is about: its open id, which the API calls `business_id`. Null where TikTok does not say. */
  readonly account: string | null;
};

/** Reads the body of an event for this app; null when it is none, or another app's. */
export function readEvent(body: Buffer, clientKey: string): TikTokEvent | null {
  const envelope = Envelope.safeParse(jsonOf(body.toString('utf8'))).data;
  if (!envelope || envelope.client_key !== clientKey) return null;
  const account = envelope.user_openid ?? null;
  if (envelope.event === 'authorization.removed') return { type: 'removed', account };
  if (envelope.event !== 'im_receive_msg' && envelope.event !== 'im_send_msg') return { type: 'other', account };
  const content = Content.safeParse(jsonOf(envelope.content)).data;
  return content ? { type: 'message', message: messageOf(envelope.event, content), account } : null;
}

function messageOf(event: 'im_receive_msg' | 'im_send_msg', content: z.infer<typeof Content>): DirectMessage {
  const isIn = event === 'im_receive_msg';
  return {
    direction: isIn ? 'in' : 'out',
    event: `${event} ${content.message_id}`,
    message: content.message_id,
    conversation: content.conversation_id,
    name: ((isIn ? content.from : content.to) ?? '').slice(0, 80),
    text: textOf(content),
    at: content.timestamp,
  };
}

/** A picture or a shared post stands in the thread by its kind: its file is behind a login there. */
function textOf({ type, text, share_post: post }: z.infer<typeof Content>): string {
  const words = text?.body.trim() ?? '';
  if (words !== '') return words.slice(0, MOST_LETTERS);
  return post?.embed_url ? `[${type}] ${post.embed_url}` : `[${type}]`;
}

/** Undefined for what is no JSON; the schema refuses it. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
