import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { wakeStages } from '../../server/app/wake-stages.ts';
import { FakeObs } from '../fakes/obs-server.ts';
import { startProgram } from '../program/given-program.ts';
import { addedStage, stagesOf } from '../program/given-stages.ts';
import { soon } from './page.ts';
import { openStagePage } from './stage-page.ts';

const presses = (obs: FakeObs) => obs.requests('PressInputPropertiesButton').map(({ inputName }) => inputName);
const browser = (url: string | undefined) => ({ kind: 'browser_source', scene: 'Main', settings: { url } });

/** The program beside an OBS with one source for each of two stages, and one of somebody else. */
async function givenObs() {
  const obs = await FakeObs.start();
  onTestFinished(() => obs.stop().catch(() => {}));
  const door = await startProgram();
  onTestFinished(() => door.close());
  const { scenes, stages } = door.program.parts;
  const second = await addedStage(door.base, 'Second');
  obs.inputs.set('First', browser((await stagesOf(door.base))[0]?.url));
  obs.inputs.set('Second', browser(second.url));
  obs.inputs.set('Weather', browser('https://weather.example/'));
  const faults: unknown[] = [];
  const wake = (afterMs: number) => {
    const stop = wakeStages({ stages, scenes, afterMs, onFault: (fault) => faults.push(fault) });
    onTestFinished(stop);
    return stop;
  };
  return { obs, door, scenes, second, wake, faults };
}

test('[SK35] once OBS is connected, the sources of a stage without a page are refreshed once, and no other', async () => {
  const { obs, door, scenes, wake, faults } = await givenObs();
  await openStagePage(door.base);
  wake(20);
  expect(presses(obs)).toEqual([]);
  await scenes.connect({ address: obs.address });
  await soon(() => expect(presses(obs)).toEqual(['Second']));
  // Whatever else changes on the connection, it is not pressed again.
  await scenes.pause();
  await scenes.resume();
  await pause(100);
  expect(presses(obs)).toEqual(['Second']);
  expect(faults).toEqual([]);
});

test('[SK35] a page that is there is left alone, and a new connection looks anew', async () => {
  const { obs, door, scenes, second, wake, faults } = await givenObs();
  await scenes.connect({ address: obs.address });
  const pages = [await openStagePage(door.base), await openStagePage(door.base, second)];
  wake(50);
  await pause(200);
  expect(presses(obs)).toEqual([]);
  for (const { socket } of pages) socket.disconnect();
  await scenes.disconnect();
  await scenes.connect({});
  await soon(() => expect(presses(obs).toSorted()).toEqual(['First', 'Second']));
  expect(faults).toEqual([]);
});

test('[SK35] an OBS that has gone again meanwhile is asked nothing', async () => {
  const { obs, scenes, wake, faults } = await givenObs();
  await scenes.connect({ address: obs.address });
  wake(100);
  await scenes.disconnect();
  await pause(250);
  expect(obs.requests('GetInputList')).toEqual([]);
  expect(faults).toEqual([]);
});
