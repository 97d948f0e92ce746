import type { ObsPicture } from '../core/scenes/obs-port.ts';

/** Longest wait for a verdict of OBS; the connection goes on by itself after it. */
const VERDICT_WITHIN_MS = 5000;

/**
 * Resolves with the first verdict on a connection that is about to be tried. Also a try that OBS hung up on is one,
 * though its state is `connecting` again: only its words differ.
 */
export async function firstVerdict(
  picture: () => ObsPicture,
  onChange: (listener: () => void) => () => void,
): Promise<void> {
  const seen = Promise.withResolvers<void>();
  const before = picture();
  let begun: string | null = null;
  const stop = onChange(() => {
    const now = picture();
    if (now === before) return;
    if (begun === null && now.state === 'connecting') begun = now.detail;
    else if (begun !== null && now.detail !== begun) seen.resolve();
  });
  const timer = setTimeout(seen.resolve, VERDICT_WITHIN_MS);
  await seen.promise;
  clearTimeout(timer);
  stop();
}
