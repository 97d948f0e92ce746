/** The panic key in a storm: from the press to the last of three stage pages that is told to be blank. */
import { setTimeout as pause } from 'node:timers/promises';
import type { StageView } from '../../shared/stage-view.ts';
import { quantile } from './load.ts';
import { OWNER_TOKEN, type Program, startCuedesk } from './programs.ts';
import { CLIENTS, giftFrame, openBridge, openStage } from './rig.ts';
import type { Row } from './table.ts';

const PRESSES = 60;
const RATE = 1_000;
/** Serials of their own, so that no event is one that the program knows. */
const FIRST_SERIAL = 70_000_000;

export async function panicRow(): Promise<Row> {
  const bridge = await openBridge();
  const program = await startCuedesk(`--source=tikfinity:${bridge.url}`);
  const source = await bridge.socket;
  let told: (view: StageView) => void = () => undefined;
  const stages = await Promise.all(
    Array.from({ length: CLIENTS }, () =>
      openStage(
        program,
        () => undefined,
        (view) => told(view),
      ),
    ),
  );
  const storm = stormOf((serial) => source.send(giftFrame(FIRST_SERIAL + serial)));
  const times: number[] = [];
  for (let at = 0; at < PRESSES; at++) {
    const blank = at % 2 === 0;
    const blanked = Promise.withResolvers<void>();
    let seen = 0;
    told = (view) => {
      if (view.blank === blank && ++seen === CLIENTS) blanked.resolve();
    };
    const begun = performance.now();
    await Promise.all([press(program, blank), blanked.promise]);
    times.push(performance.now() - begun);
    await pause(50);
  }
  await storm.end();
  for (const socket of stages) socket.close();
  bridge.close();
  await program.stop();
  const sorted = times.sort((a, b) => a - b);
  return {
    row: `panic key to the last of ${CLIENTS} stages, at ${RATE} events/s, the slowest of ${PRESSES}`,
    value: quantile(sorted, 1),
    unit: 'ms',
    target: { most: 200 },
    detail: `p50 ${quantile(sorted, 0.5).toFixed(1)} ms, with the request that presses it`,
  };
}

/** Sends at the rate until it is ended. */
function stormOf(send: (serial: number) => void): { end(): Promise<void> } {
  let on = true;
  const sending = (async () => {
    const begun = performance.now();
    for (let sent = 0; on; ) {
      const due = Math.floor(((performance.now() - begun) / 1000) * RATE);
      for (; sent < due; sent++) send(sent);
      await pause(1);
    }
  })();
  return {
    end: async () => {
      on = false;
      await sending;
    },
  };
}

export async function press(program: Program, blank: boolean): Promise<void> {
  const answer = await fetch(`${program.url}/api/v1/stages/blank`, {
    method: 'POST',
    headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ blank }),
  });
  if (!answer.ok) throw new Error(`the panic key was refused: ${answer.status}`);
  await answer.arrayBuffer();
}
