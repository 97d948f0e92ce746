import { z } from 'zod';

/*
 * TikTok's Business Messaging API, as far as replies need it. Every answer is `{code, message, data}`; `code` 0 is
 * success, whatever the HTTP status says. https://business-api.tiktok.com/portal/docs
 */

/** Where the API is; a test double stands elsewhere. */
export const TIKTOK_BUSINESS_API = 'https://business-api.tiktok.com';

const CALL_MS = 10_000;
/** More conversations in a day than TikTok allows. */
const TOO_MANY_CONVERSATIONS = 40064;
/** The access token is not, or no longer, good. */
const TOKEN_CODES: ReadonlySet<number> = new Set([40102, 40104, 40105]);
/** Called too often: the same call may go through later. */
const TOO_FAST_CODES: ReadonlySet<number> = new Set([40100, 40016, 40133]);

const Answer = z.object({ code: z.int(), message: z.string().optional(), data: z.unknown().optional() });
const Sent = z.object({
  message_id: z.string().optional(),
  message: z.object({ message_id: z.string().optional() }).optional(),
});
const Refreshed = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/**
 * `unanswered`: no answer, or a fault on the other side: it may have arrived all the same. `refused` is final.
 * `message` is null when the answer does not name it.
 */
export type SendAnswer =
  | { readonly type: 'sent'; readonly message: string | null }
  | { readonly type: 'refused'; readonly why: 'refused' | 'too-many-conversations' }
  | { readonly type: 'token-refused' }
  | { readonly type: 'unanswered' };

export type RefreshAnswer =
  | { readonly type: 'renewed'; readonly tokens: Tokens }
  | { readonly type: 'refused' }
  | { readonly type: 'unanswered' };

export interface DmApi {
  send(
    reply: {
      readonly token: string;
      readonly businessId: string;
      readonly conversation: string;
      readonly text: string;
    },
    stop: AbortSignal,
  ): Promise<SendAnswer>;
  refresh(refreshToken: string, stop: AbortSignal): Promise<RefreshAnswer>;
}

/** The API at `base`. Neither call rejects. */
export function tiktokDmApi(base: string, app: { clientKey: string; clientSecret: string }): DmApi {
  return {
    async send({ token, businessId, conversation, text }, stop) {
      const answer = await call(`${base}/open_api/v1.3/business/message/send/`, { 'access-token': token }, stop, {
        business_id: businessId,
        recipient_type: 'CONVERSATION',
        recipient: conversation,
        message_type: 'TEXT',
        text: { body: text },
      });
      if (answer === null || TOO_FAST_CODES.has(answer.code)) return { type: 'unanswered' };
      if (TOKEN_CODES.has(answer.code)) return { type: 'token-refused' };
      if (answer.code !== 0) {
        const why = answer.code === TOO_MANY_CONVERSATIONS ? 'too-many-conversations' : 'refused';
        return { type: 'refused', why };
      }
      const sent = Sent.safeParse(answer.data).data;
      return { type: 'sent', message: sent?.message_id ?? sent?.message?.message_id ?? null };
    },
    async refresh(refreshToken, stop) {
      const answer = await call(`${base}/open_api/v1.3/tt_user/oauth2/refresh_token/`, {}, stop, {
        client_id: app.clientKey,
        client_secret: app.clientSecret,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      });
      if (answer === null || TOO_FAST_CODES.has(answer.code)) return { type: 'unanswered' };
      const data = answer.code === 0 ? Refreshed.safeParse(answer.data).data : undefined;
      if (!data) return { type: 'refused' };
      const tokens = {
        accessToken: data.access_token,
        refreshToken: data.refresh_token,
        expiresInSeconds: data.expires_in,
      };
      return { type: 'renewed', tokens };
    },
  };
}

/** Null without an answer that can be believed: no connection, too slow, 5xx, 429, or no JSON of theirs. */
async function call(
  url: string,
  headers: Readonly<Record<string, string>>,
  stop: AbortSignal,
  body: object,
): Promise<z.infer<typeof Answer> | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([stop, AbortSignal.timeout(CALL_MS)]),
    });
    if (response.status >= 500 || response.status === 429) {
      await response.body?.cancel();
      return null;
    }
    const answer = Answer.safeParse(await response.json());
    if (answer.success) return answer.data;
    return response.status >= 400 ? { code: response.status } : null;
  } catch {
    return null;
  }
}
