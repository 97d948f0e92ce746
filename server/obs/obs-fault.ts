/**
 * What went wrong with OBS, told apart by what to do about it.
 * `refused`: nothing listens. `not-obs`: something else listens. `wrong-password`, `too-old`, `kicked`: as named.
 * `silent`: no answer in time. `closed`: the connection ended. `request`: OBS refused one request, see `code`.
 * `garbled`: an answer of another shape than the protocol's. `ours`: OBS did nothing; a bug of this program, in `cause`.
 */
export type FaultKind =
  | 'refused'
  | 'not-obs'
  | 'wrong-password'
  | 'too-old'
  | 'kicked'
  | 'silent'
  | 'closed'
  | 'request'
  | 'garbled'
  | 'ours';

export class ObsFault extends Error {
  override readonly name = 'ObsFault';
  readonly kind: FaultKind;
  /** The close code of the websocket or the status code of the request; -1 where there is none. */
  readonly code: number;

  constructor(kind: FaultKind, code: number, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.code = code;
  }
}

/** What was caught while speaking with OBS; anything but an {@link ObsFault} is ours. */
export function asObsFault(error: unknown): ObsFault {
  return error instanceof ObsFault ? error : new ObsFault('ours', -1, String(error), error);
}

/** Status codes of obs-websocket requests that mean something to us. */
export const NOT_RUNNING = 501;
export const NOT_FOUND = 600;
export const ALREADY_EXISTS = 601;
export const KIND_UNKNOWN = 605;

const AUTHENTICATION_FAILED = 4009;
const UNSUPPORTED_RPC_VERSION = 4010;
const SESSION_INVALIDATED = 4011;

/** Reads what `connect` of the library rejected with, or what a connection was closed with. */
export function faultOfClose(code: number, message: string, duringConnect: boolean): ObsFault {
  if (code === AUTHENTICATION_FAILED) return new ObsFault('wrong-password', code, message);
  if (code === UNSUPPORTED_RPC_VERSION) return new ObsFault('too-old', code, message);
  if (code === SESSION_INVALIDATED) return new ObsFault('kicked', code, message);
  // obs-websocket 4 (OBS before 28) knows no subprotocol; nor does any other websocket server.
  if (/subprotocol/i.test(message)) return new ObsFault('too-old', code, message);
  if (/unexpected server response|parse error/i.test(message)) return new ObsFault('not-obs', code, message);
  if (duringConnect) return new ObsFault('refused', code, message);
  return new ObsFault('closed', code, message);
}

/** The stable word for a request that OBS did not do. A fault of ours is thrown on. */
export function whyRefused(error: unknown): string {
  if (!(error instanceof ObsFault)) throw error;
  if (error.kind === 'silent') return 'no-answer';
  if (error.kind === 'request') return error.code === NOT_FOUND ? 'not-found' : 'obs-refused';
  return 'obs-not-connected';
}
