/*
 * Apart from the thread, whose socket the booking steps have no use for.
 */

const SENT_MARK = 'cuedesk-just-sent';

/** Leaves a mark for the page that comes next in this tab: the request has just been sent. */
export function markSent(): void {
  try {
    sessionStorage.setItem(SENT_MARK, 'yes');
  } catch {
    // Without storage the thread opens without its first-time note; nothing else depends on it.
  }
}

/** Whether the mark of {@link markSent} is there. */
export function isSentMarked(): boolean {
  try {
    return sessionStorage.getItem(SENT_MARK) !== null;
  } catch {
    return false;
  }
}

/** Whether the mark of {@link markSent} was there; takes it away. */
export function takeSentMark(): boolean {
  try {
    const marked = isSentMarked();
    sessionStorage.removeItem(SENT_MARK);
    return marked;
  } catch {
    return false;
  }
}
