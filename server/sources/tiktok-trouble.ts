import { AgeRestricted, type Connector, SignRefused } from './connector.ts';
import type { Outcome } from './feed.ts';

/** Waits that are longer than the backoff's, in milliseconds. */
export interface LongWaits {
  /** Until the next look whether the creator is live. Less would be polling, which the platform and the signers block. */
  readonly offlineMillis: number;
  /** After a trouble that only a person can mend. */
  readonly failedMillis: number;
  /** After a rate limit that names no time. */
  readonly limitedMillis: number;
}

/** What an error of `connect()` means and what the streamer can do. `handle` is without the `@`. */
export function troubleOf(error: unknown, handle: string, connector: Connector, waits: LongWaits): Outcome {
  if (error instanceof connector.UserOfflineError) return offline(handle, waits);
  if (error instanceof AgeRestricted) return ageRestricted(waits);
  if (error instanceof SignRefused) return refusedBySigner(error, waits);
  if (error instanceof connector.SignatureRateLimitError) return limited(error.retryAfter || null, waits);
  if (error instanceof connector.PremiumFeatureError) return premium(waits);
  if (error instanceof connector.SignAPIError) return signerDown();
  if (error instanceof connector.InvalidResponseCompositeError) {
    return noRoom(error.config.requestErrs ?? [], handle, waits);
  }
  if (error instanceof connector.ConnectTimeoutError) return noAnswer();
  return byMessage(error);
}

/** What the close code of an established connection means. */
export function closedWith(code: number): Outcome {
  if (code === 4003) {
    return {
      state: 'reconnecting',
      why: 'kicked',
      detail: 'TikTok closed the connection on purpose (code 4003). Connecting again; events may be missing.',
    };
  }
  return {
    state: 'reconnecting',
    why: 'dropped',
    detail: `The connection to TikTok dropped (code ${code}). Connecting again; events may be missing.`,
  };
}

export function streamEnded(handle: string, { offlineMillis }: LongWaits): Outcome {
  return {
    state: 'waiting',
    why: 'stream-ended',
    detail: `The live of @${handle} has ended. Waiting for the next one.`,
    waitMillis: offlineMillis,
    ended: true,
  };
}

function offline(handle: string, { offlineMillis }: LongWaits): Outcome {
  return {
    state: 'waiting',
    why: 'offline',
    detail: `@${handle} is not live yet. Go live on TikTok; this looks again every minute.`,
    waitMillis: offlineMillis,
    ended: true,
  };
}

function ageRestricted({ failedMillis }: LongWaits): Outcome {
  return {
    state: 'failed',
    why: 'age-restricted',
    detail:
      'TikTok shows this live to signed-in adults only, so its events cannot be read. Switch the audience control off, or use TikFinity as the source.',
    waitMillis: failedMillis,
  };
}

function refusedBySigner({ status, retryAfterMillis }: SignRefused, waits: LongWaits): Outcome {
  if (status === 429) return limited(retryAfterMillis, waits);
  if (status === 402) return premium(waits);
  return {
    state: 'failed',
    why: 'sign-key-refused',
    detail: `The signing service refused the key (${status}). Check SIGN_API_KEY, or leave it out.`,
    waitMillis: waits.failedMillis,
  };
}

function limited(retryAfterMillis: number | null, { limitedMillis }: LongWaits): Outcome {
  const waitMillis = retryAfterMillis ?? limitedMillis;
  return {
    state: 'waiting',
    why: 'rate-limited',
    detail: `Too many connections were opened; the signing service asks to wait ${Math.ceil(waitMillis / 1000)} s. A key of your own in SIGN_API_KEY raises the limit.`,
    waitMillis,
  };
}

function premium({ failedMillis }: LongWaits): Outcome {
  return {
    state: 'failed',
    why: 'premium-feature',
    detail:
      "The plan of the signing service's key does not allow this connection. Use another key in SIGN_API_KEY, or none.",
    waitMillis: failedMillis,
  };
}

function signerDown(): Outcome {
  return {
    state: 'waiting',
    why: 'sign-server-down',
    detail:
      'The signing service, which the connection to TikTok needs, does not answer properly. Nothing to do here; it is tried again. TikFinity works meanwhile.',
  };
}

function noAnswer(): Outcome {
  return {
    state: 'reconnecting',
    why: 'no-answer',
    detail: "TikTok's live server does not answer. Trying again.",
  };
}

/** The room id came from no source. What each of them said tells a wrong handle from a creator offline from a block. */
function noRoom(errors: ReadonlyArray<Error>, handle: string, waits: LongWaits): Outcome {
  const said = errors.map((error) => `${error.message} ${codeOf(error)}`).join('\n');
  // Somebody with this name exists, without a room: never live so far, or not now.
  if (/"user":\{/.test(said)) return offline(handle, waits);
  if (/user_not_found|user not found|API Error (?:19881007|10202|10221)/i.test(said)) {
    return {
      state: 'failed',
      why: 'handle-wrong',
      detail: `TikTok knows nobody called @${handle}. Check the handle's spelling.`,
      waitMillis: waits.failedMillis,
    };
  }
  if (isNoNetwork(said) && !/captcha|SIGI_STATE|status code|code 4\d\d|API Error/i.test(said)) return noNetwork();
  return {
    state: 'waiting',
    why: 'blocked',
    detail: `The room of @${handle} cannot be found: the handle is wrong, or TikTok blocks this network. Open the live in a browser here to check, switch a VPN off, or use TikFinity as the source.`,
  };
}

function byMessage(error: unknown): Outcome {
  const message = error instanceof Error ? `${error.message} ${codeOf(error)}` : String(error);
  if (/Unexpected server response/.test(message)) {
    return {
      state: 'waiting',
      why: 'blocked',
      detail:
        "TikTok's live server refused the connection, as it does for blocked networks and devices. It is tried again; switching a VPN off may help.",
    };
  }
  if (/hang up|ECONNRESET|timed? ?out|aborted/i.test(message)) return noAnswer();
  if (isNoNetwork(message)) return noNetwork();
  return {
    state: 'reconnecting',
    why: 'failed-to-connect',
    detail: `Connecting to TikTok failed (${message.replace(/\s+/g, ' ').slice(0, 160).trim()}). Trying again.`,
  };
}

function noNetwork(): Outcome {
  return {
    state: 'reconnecting',
    why: 'no-network',
    detail: 'TikTok cannot be reached from this computer. Check the internet connection; it is tried again.',
  };
}

function isNoNetwork(message: string): boolean {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENETDOWN/.test(message);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
