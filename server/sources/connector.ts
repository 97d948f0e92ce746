/** The connector library as this program uses it: version 2.4.0 with its bugs worked around, loaded when first needed. */
export type Connector = typeof import('tiktok-live-connector');

/** What the signing service refused, with what 2.4.0 loses on the way (it throws a TypeError or a RangeError instead). */
export class SignRefused extends Error {
  override readonly name = 'SignRefused';
  readonly status: number;
  /** How long to wait by the service's own word; null when it names no time. */
  readonly retryAfterMillis: number | null;

  constructor(status: number, retryAfterMillis: number | null) {
    super(`The signing service answered ${status}`);
    this.status = status;
    this.retryAfterMillis = retryAfterMillis;
  }
}

/** The room's page is for adults who signed in: TikTok names neither its state nor its feed to anybody else. */
export class AgeRestricted extends Error {
  override readonly name = 'AgeRestricted';
}

let loading: Promise<Connector> | null = null;

/**
 * The library, patched once. It is not imported with the rest: 62 packages and 1.3 MB of schema are needed by TikTok
 * sources and captures only. Never its `/legacy` entry, which ends the process on the first viewer count.
 */
export function loadConnector(): Promise<Connector> {
  loading ??= import('tiktok-live-connector').then(patched);
  return loading;
}

function patched(connector: Connector): Connector {
  // Else each message that cannot be decoded is kept whole, as text, in its error.
  connector.WebcastDeserializeConfig.showBase64OnDecodeError = false;
  tellSignRefusals(connector);
  tellAgeRestriction(connector);
  return connector;
}

interface SignAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** Bug 3 of 2.4.0: on 429 it reads a header of the body, on 402 it pads a short message by a negative count. */
function tellSignRefusals({ RouteConfig }: Connector): void {
  const original = RouteConfig.fetchSignedWebSocketFromProvider;
  RouteConfig.fetchSignedWebSocketFromProvider = async (args) => {
    const { rooms } = args.apiClient;
    let last: SignAnswer | undefined;
    async function fetchWebcastURL(...asked: Parameters<typeof rooms.fetchWebcastURL>) {
      const answer = await rooms.fetchWebcastURL(...asked);
      last = answer;
      return answer;
    }
    const spy = Object.create(rooms, { fetchWebcastURL: { value: fetchWebcastURL } });
    try {
      return await original({ ...args, apiClient: Object.create(args.apiClient, { rooms: { value: spy } }) });
    } catch (error) {
      if (last && [401, 402, 403, 429].includes(last.status)) throw new SignRefused(last.status, retryAfter(last));
      throw error;
    }
  };
}

function retryAfter(answer: SignAnswer): number | null {
  const seconds = Number.parseInt(String(answer.headers?.['retry-after']), 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** 2.4.0 goes on to the signing service with a room that TikTok shows to adults alone, and fails there for no reason told. */
function tellAgeRestriction({ RouteConfig }: Connector): void {
  const original = RouteConfig.fetchRoomInfo;
  RouteConfig.fetchRoomInfo = async (args) => {
    const info = await original(args);
    const data: unknown = info?.data;
    const promptsOnly = typeof data === 'object' && data !== null && 'prompts' in data && !('status' in data);
    if (info?.status_code === 4003110 || promptsOnly) throw new AgeRestricted('The room is age-restricted');
    return info;
  };
}
