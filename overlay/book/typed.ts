/** What was typed beside a kept time, so that a reload loses none of it. What was agreed to is agreed to anew. */
export interface Typed {
  readonly name: string;
  readonly email: string;
  readonly message: string;
  /** Answers to the creator's questions, by their id. */
  readonly answers: Readonly<Record<string, string>>;
}

const NAME = 'cuedesk-typed';
/** Longer than any time is kept; a phone that is handed on must not show it for good. */
const KEPT_MILLIS = 30 * 60_000;

export function typedBefore(now: number): Typed | null {
  try {
    return readTyped(sessionStorage.getItem(NAME), now);
  } catch {
    // Storage may be forbidden.
    return null;
  }
}

/** What was kept, if it is that and not too old: another version may have written it, or another page of this address. */
export function readTyped(text: string | null, now: number): Typed | null {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (typeof kept !== 'object' || kept === null) return null;
  const { at, name, email, message, answers } = kept as Readonly<Record<string, unknown>>;
  if (typeof at !== 'number' || at > now || now - at >= KEPT_MILLIS) return null;
  if (typeof name !== 'string' || typeof email !== 'string' || typeof message !== 'string') return null;
  return isAnswers(answers) ? { name, email, message, answers } : null;
}

function isAnswers(kept: unknown): kept is Typed['answers'] {
  return typeof kept === 'object' && kept !== null && Object.values(kept).every((one) => typeof one === 'string');
}

/** Null: it was sent, or its time is kept no longer. */
export function rememberTyped(form: Typed | null, now: number): void {
  try {
    if (form === null) sessionStorage.removeItem(NAME);
    else {
      const { name, email, message, answers } = form;
      sessionStorage.setItem(NAME, JSON.stringify({ at: now, name, email, message, answers }));
    }
  } catch {
    // Storage may be forbidden; then it is lost with a reload.
  }
}
