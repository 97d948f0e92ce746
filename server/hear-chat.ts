import type { Parts } from './parts.ts';

/**
 * The way of a word in the chat to its hold: after the journal has it, so that a crash makes none twice. Answers what
 * stops it, which waits for what was heard already.
 */
export function hearChat(
  { live, booking }: { live: Pick<Parts['live'], 'onChange' | 'session'>; booking: Pick<Parts['booking'], 'chat'> },
  onFault: (error: unknown) => void,
): () => Promise<void> {
  const hearing = new Set<Promise<unknown>>();
  const stop = live.onChange(({ entries }) => {
    if (!entries.some(({ type }) => type === 'chat')) return;
    const { session } = live.session([]);
    const running = session !== null && session.endedAt === null;
    const heard = booking.chat.hear(entries, running ? session.id : null).catch(onFault);
    hearing.add(heard);
    void heard.then(() => hearing.delete(heard));
  });
  return async () => {
    stop();
    await Promise.all(hearing);
  };
}
