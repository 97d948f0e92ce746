import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reply that reached the fake, as TikTok would have it. */
export interface Arrived {
  readonly token: string;
  readonly business: string;
  readonly conversation: string;
  readonly text: string;
  readonly messageId: string;
}

/** How the fake takes the next replies; after those it takes all. `lost`: the message arrives, its answer does not. */
export type Manner = 'take' | 'lost' | 'silent' | 'fault' | 'too-fast' | 'bad-json' | 'token' | 40064 | 40002;

export const CLIENT_KEY = 'sample_key';
export const CLIENT_SECRET = 'sample-client-secret-of-a-test';

/**
 * TikTok's Business Messaging as its documents describe it: takes replies and renews tokens over HTTP on loopback, signs
 * events for the webhook, and remembers what it got.
 */
export class TikTokBusiness {
  readonly arrived: Arrived[] = [];
  refreshes = 0;
  /** Whether refresh tokens are still taken. */
  refreshTaken = true;
  manners: Manner[] = [];
  /** Waited for before a renewal is answered. */
  beforeRenewal: () => Promise<void> = async () => undefined;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });
  #good = '';

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const say = (code: number, data: object = {}, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code, message: code === 0 ? 'OK' : 'refused', request_id: 'r', data }));
    };
    const body = JSON.parse(text) as Record<string, unknown>;
    if (request.url === '/open_api/v1.3/tt_user/oauth2/refresh_token/') {
      await this.beforeRenewal();
      return this.#refresh(body, say);
    }
    if (request.url !== '/open_api/v1.3/business/message/send/') return say(40404, {}, 404);
    const manner = this.manners.shift() ?? 'take';
    if (manner === 'silent') return void response.destroy();
    if (manner === 'fault') return say(50000, {}, 500);
    if (manner === 'too-fast') return say(40100);
    if (manner === 'bad-json') return void response.end('<html>busy</html>');
    if (typeof manner === 'number') return say(manner);
    const token = String(request.headers['access-token']);
    if (manner === 'token' || token !== this.#good) {
      this.#good = '';
      return say(40105);
    }
    const { body: words } = body['text'] as { body: string };
    const messageId = `own-${this.arrived.length + 1}`;
    const conversation = String(body['recipient']);
    this.arrived.push({ token, business: String(body['business_id']), conversation, text: words, messageId });
    if (manner === 'lost') return void response.destroy();
    say(0, { message: { message_id: messageId } });
  }

  #refresh(body: Record<string, unknown>, say: (code: number, data?: object) => void): void {
    const known = body['client_id'] === CLIENT_KEY && body['client_secret'] === CLIENT_SECRET;
    if (!this.refreshTaken || !known) {
      say(40110);
      return;
    }
    this.refreshes += 1;
    this.#good = `access-${this.refreshes}`;
    say(0, { access_token: this.#good, refresh_token: `refresh-${this.refreshes}`, expires_in: 86_400 });
  }
}

/** An event's body as TikTok writes it: `content` is JSON in a string. */
export function eventBody(
  event: string,
  content: object,
  createdSeconds: number,
  { clientKey = CLIENT_KEY, account = 'biz' } = {},
): string {
  return JSON.stringify({
    client_key: clientKey,
    event,
    create_time: createdSeconds,
    user_openid: account,
    content: JSON.stringify(content),
  });
}

/** The content of a message; the viewer is always the same. */
export function messageContent(id: string, text: string, timestamp: number, direction: 'in' | 'out' = 'in'): object {
  const viewer = { id: 'sample-user-1', role: 'personal_account' };
  const business = { id: 'sample-biz-1', role: 'business_account' };
  const isIn = direction === 'in';
  return {
    timestamp,
    unique_identifier: `unique-${id}`,
    conversation_id: 'sample-conv-1',
    message_id: id,
    type: 'text',
    text: { body: text },
    from: isIn ? 'sample_viewer_1' : 'sample_creator',
    to: isIn ? 'sample_creator' : 'sample_viewer_1',
    from_user: isIn ? viewer : business,
    to_user: isIn ? business : viewer,
  };
}

export function signatureOf(body: string, seconds: number, secret = CLIENT_SECRET): string {
  return `t=${seconds},s=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
