import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import type { StudioView } from '../../shared/studio-view.ts';
import { AS_OWNER, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';
import { addedStage, ask } from '../program/given-stages.ts';
import { openPage, soon } from './page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

const pathOf = (stage: string) => `/stages/${stage}/design`;
const dressed = (theme: StageDesign['theme'], css = ''): StageDesign => ({ ...FIRST_DESIGN, theme, css });

async function read(stage: string): Promise<{ etag: string; design: StageDesign }> {
  const answer = await ask(door.base, 'GET', pathOf(stage));
  return { etag: answer.headers.get('etag') ?? '', design: (await answer.json()) as StageDesign };
}

function put(stage: string, design: StageDesign, etag: string): Promise<Response> {
  return fetch(`${door.base}/api/v1${pathOf(stage)}`, {
    method: 'PUT',
    headers: { ...AS_OWNER, ...JSON_BODY, 'if-match': etag },
    body: JSON.stringify(design),
  });
}

test('[ST110] a save upon the look that is there is kept and has a tag of its own; the next is made upon that', async () => {
  const { id } = await addedStage(door.base, 'One writer');
  const { etag, design } = await read(id);
  expect([etag, design]).toEqual(['"0"', FIRST_DESIGN]);
  const first = await put(id, dressed('paper'), etag);
  expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"']);
  // As a proxy that compresses hands it on.
  const second = await put(id, dressed('bold'), 'W/"1"');
  expect([second.status, second.headers.get('etag')]).toEqual([200, '"2"']);
  expect(await read(id)).toEqual({ etag: '"2"', design: dressed('bold') });
});

test('[ST110] a save upon an older look is refused with a plain sentence, and nothing of it is kept', async () => {
  const { id } = await addedStage(door.base, 'Two writers');
  const { etag } = await read(id);
  expect((await put(id, dressed('paper'), etag)).status).toBe(200);
  const late = await put(id, dressed('bold'), etag);
  expect([late.status, late.headers.get('content-type')]).toEqual([412, 'application/problem+json; charset=utf-8']);
  expect(await late.json()).toMatchObject({
    why: 'design-changed',
    detail: 'Another look has been saved for this stage since this one was read. Nothing was changed; read it again.',
  });
  expect(await read(id)).toEqual({ etag: '"1"', design: dressed('paper') });
});

test('[ST110] of twenty writers at once upon one look exactly one is kept, and it is the one that was told so', async () => {
  const { id } = await addedStage(door.base, 'Twenty writers');
  const { etag } = await read(id);
  const all = Array.from({ length: 20 }, (_, at) => dressed('edge', `.writer-${at} {}`));
  const answers = await Promise.all(all.map((design) => put(id, design, etag)));
  const kept = answers.flatMap((answer, at) => (answer.status === 200 ? [at] : []));
  expect(kept).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
  expect(await read(id)).toEqual({ etag: '"1"', design: all[kept[0] ?? -1] });
});

test('[ST110] without if-match the later of two stands; a tag that is none is refused by its name', async () => {
  const { id } = await addedStage(door.base, 'A script');
  for (const theme of ['paper', 'bold'] as const)
    expect((await ask(door.base, 'PUT', pathOf(id), dressed(theme))).status).toBe(200);
  expect(await read(id)).toEqual({ etag: '"2"', design: dressed('bold') });
  for (const tag of ['2', '"two"', '"1", "2"', '*']) {
    const answer = await put(id, dressed('glass'), tag);
    expect([answer.status, (await answer.json()).why]).toEqual([400, 'bad-input']);
  }
  expect((await put('none', dressed('glass'), '"1"')).status).toBe(404);
});

test('[ST111] the studio hears the revision of each stage’s look, at once after each change', async () => {
  const { id } = await addedStage(door.base, 'Watched');
  const { token } = (await (await fetch(`${door.base}/api/v1/login`, { headers: AS_OWNER })).json()) as {
    token: string;
  };
  const studio = openPage<StudioView>(`${door.base}/studio`, { token });
  const told = () => studio.views.at(-1)?.stages.find((stage) => stage.id === id)?.designRevision;
  await soon(() => expect(told()).toBe(0));
  await put(id, dressed('paper'), '"0"');
  await soon(() => expect(told()).toBe(1));
  expect((await put(id, dressed('bold'), '"0"')).status).toBe(412);
  await put(id, dressed('edge'), '"1"');
  await soon(() => expect(told()).toBe(2));
});
