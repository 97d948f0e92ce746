import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { CLIENTS, type Rig } from './rig.ts';

/** No more than this many events are on their way at once: a rate that is sustained leaves no pile behind. */
const ON_THE_WAY = 4_000;
const SILENCE_MS = 15_000;

let serials = 0;

/** Events a second when as many are sent as come out, until the slowest of the three clients has seen the last. */
export async function sustainedRate(rig: Rig, events: number): Promise<number> {
  const first = serials;
  serials += events;
  const seen = new Array<number>(CLIENTS).fill(0);
  rig.listen((client) => {
    seen[client] = (seen[client] ?? 0) + 1;
  });
  const begun = performance.now();
  let sent = 0;
  let last = { shown: 0, at: begun };
  for (let shown = 0; shown < events; shown = Math.min(...seen)) {
    const most = Math.min(events, shown + ON_THE_WAY, sent + 500);
    for (; sent < most; sent++) rig.send(first + sent);
    if (shown > last.shown) last = { shown, at: performance.now() };
    else if (performance.now() - last.at > SILENCE_MS) throw new Error(`${rig.name} lost events: ${seen} of ${events}`);
    await turn();
  }
  return (events / (performance.now() - begun)) * 1000;
}

/** Milliseconds from sending to each of the three clients, sorted, at a steady rate. */
export async function latenciesAt(rig: Rig, perSecond: number, seconds: number): Promise<number[]> {
  const events = perSecond * seconds;
  const first = serials;
  serials += events;
  const sentAt = new Float64Array(events);
  const latencies: number[] = [];
  rig.listen((_client, serial) => {
    const since = sentAt[serial - first];
    if (since) latencies.push(performance.now() - since);
  });
  const begun = performance.now();
  for (let sent = 0; sent < events; ) {
    const due = Math.min(events, Math.floor(((performance.now() - begun) / 1000) * perSecond));
    for (; sent < due; sent++) {
      sentAt[sent] = performance.now();
      rig.send(first + sent);
    }
    await pause(1);
  }
  for (const end = performance.now() + SILENCE_MS; latencies.length < events * CLIENTS; await pause(10)) {
    if (performance.now() > end) throw new Error(`${rig.name} lost events: ${latencies.length} of ${events * CLIENTS}`);
  }
  return latencies.sort((a, b) => a - b);
}

/** The value below which a share of the sorted list lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(list: readonly number[]): number {
  return quantile(
    [...list].sort((a, b) => a - b),
    0.5,
  );
}
