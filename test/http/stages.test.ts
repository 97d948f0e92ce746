import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { Problem } from '../../shared/rejections.ts';
import type { Layout, StageDesign, Widget } from '../../shared/stage-design.ts';
import { startProgram, type TestProgram } from '../program/given-program.ts';
import { ask as askAt, type StageOnWire, stagesOf } from '../program/given-stages.ts';

let door: TestProgram;
let first: StageOnWire;
beforeAll(async () => {
  door = await startProgram();
  [first] = (await stagesOf(door.base)) as [StageOnWire];
});
afterAll(() => door.close());

const ask = (method: string, path: string, body?: unknown) => askAt(door.base, method, path, body);

/** The paths that a refusal names. */
async function refused(status: number, answer: Response): Promise<string[]> {
  expect(answer.status).toBe(status);
  const problem = Problem.parse(await answer.json());
  return (problem.issues ?? []).map(({ path }) => path);
}

const putDesign = (design: unknown) => ask('PUT', `/stages/${first.id}/design`, design);
const readDesign = async () => (await (await ask('GET', `/stages/${first.id}/design`)).json()) as StageDesign;
const changed = (change: (design: StageDesign) => void): StageDesign => {
  const design = structuredClone(FIRST_DESIGN);
  change(design);
  return design;
};

test('[AC14] a design is read back as it was put, hostile CSS and all: it is a text', async () => {
  expect(await readDesign()).toEqual(FIRST_DESIGN);
  const css = '</style><script>alert(1)</script> @import "https://evil.example/x.css"; { "a": \u2028 } \\0';
  const design = changed((one) => Object.assign(one, { css, theme: 'edge', accent: '#A1b2C3' }));
  const answer = await putDesign(design);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(await answer.json()).toEqual(design);
  expect(await readDesign()).toEqual(design);
  expect((await ask('GET', '/stages/none/design')).status).toBe(404);
  expect((await ask('PUT', '/stages/none/design', design)).status).toBe(404);
});

test('[AC15] two widgets or layouts of one id, and a box of no widget, are refused by their path, and nothing is kept', async () => {
  const before = await readDesign();
  const [widget, layout] = [FIRST_DESIGN.widgets[0] as Widget, FIRST_DESIGN.layouts[0] as Layout];
  const paths = async (change: (design: StageDesign) => void) => refused(400, await putDesign(changed(change)));
  expect(await paths(({ widgets }) => widgets.push(widget))).toEqual([`widgets.${FIRST_DESIGN.widgets.length}.id`]);
  expect(await paths(({ layouts }) => layouts.push(layout))).toEqual([`layouts.${FIRST_DESIGN.layouts.length}.id`]);
  const box = Object.values(layout.boxes)[0];
  expect(await paths(({ layouts }) => Object.assign(layouts[1]?.boxes ?? {}, { ghost: box }))).toEqual([
    'layouts.1.boxes.ghost',
  ]);
  expect(await paths(({ widgets }) => widgets.splice(3, 1))).toEqual(
    FIRST_DESIGN.layouts.map((_, at) => `layouts.${at}.boxes.alerts`),
  );
  expect(await readDesign()).toEqual(before);
});

test('[AC15] a field of a design that is not as it has to be is named by its path', async () => {
  const paths = async (part: object) => refused(400, await putDesign({ ...FIRST_DESIGN, ...part }));
  expect(await paths({ theme: 'neon' })).toEqual(['theme']);
  expect(await paths({ accent: 'red' })).toEqual(['accent']);
  expect(await paths({ css: 'x'.repeat(20_001) })).toEqual(['css']);
  expect(await paths({ layouts: [] })).toEqual(['layouts']);
  expect(await paths({ alerts: { ...FIRST_DESIGN.alerts, volume: 2 } })).toEqual(['alerts.volume']);
  expect(await paths({ widgets: [{ id: 'alerts', kind: 'alerts', most: 9 }], layouts: [] })).toContain(
    'widgets.0.most',
  );
  for (const id of ['constructor', '__proto__', 'A b', '', 'x'.repeat(41)]) {
    expect(await paths({ widgets: [{ ...FIRST_DESIGN.widgets[0], id }] })).toContain('widgets.0.id');
  }
});

test('[AC16] the fullest design there can be is taken, and one beyond it is refused as too large', async () => {
  const lines = Array.from({ length: 12 }, () => '語'.repeat(200));
  const widgets = Array.from(
    { length: 40 },
    (_, at): Widget => ({ id: `t${at}`, kind: 'ticker', lines, turnSeconds: 5 }),
  );
  const box = { x: -8192, y: -8192, width: 8192, height: 8192, across: 'center', down: 'center' } as const;
  const boxes = Object.fromEntries(widgets.map(({ id }) => [id, box]));
  const layouts = Array.from({ length: 20 }, (_, at): Layout => {
    return { id: `l${at}`, name: 'x'.repeat(80), canvas: { width: 1080, height: 1920 }, scene: null, boxes };
  });
  const fullest = { ...FIRST_DESIGN, widgets, layouts, css: '語'.repeat(20_000) };
  expect((await putDesign(fullest)).status).toBe(200);
  expect(await readDesign()).toEqual(fullest);
  const answer = await putDesign({ ...FIRST_DESIGN, css: 'x'.repeat(600_000) });
  expect([answer.status, (await answer.json()).why]).toEqual([413, 'too-large']);
  expect((await putDesign(FIRST_DESIGN)).status).toBe(200);
});

test('[AC17] stages are added with a name and a language, renamed, and taken away but for the last', async () => {
  const answer = await ask('POST', '/stages', { name: '  Wide  ', language: 'nb' });
  const wide = (await answer.json()) as StageOnWire;
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
  expect(wide).toMatchObject({ name: 'Wide', language: 'nb', languageChosen: true });
  expect(wide.url).toMatch(/\/stage\/#[\w-]{43}$/);
  expect(await stagesOf(door.base)).toEqual([first, wide]);
  const renamed = await ask('PUT', `/stages/${wide.id}`, { name: 'Tall' });
  expect([renamed.status, await renamed.json()]).toEqual([200, { ...wide, name: 'Tall' }]);
  expect((await stagesOf(door.base))[1]).toEqual({ ...wide, name: 'Tall' });
  expect((await ask('DELETE', `/stages/${wide.id}`)).status).toBe(200);
  expect((await ask('DELETE', `/stages/${wide.id}`)).status).toBe(404);
  const only = await ask('DELETE', `/stages/${first.id}`);
  expect([only.status, (await only.json()).why]).toEqual([409, 'last-stage']);
  expect(await stagesOf(door.base)).toEqual([first]);
});

test('[AC17] there are twenty stages at most, in the order in which they were added, however many come at once', async () => {
  const answers = await Promise.all(Array.from({ length: 25 }, (_, at) => ask('POST', '/stages', { name: `S${at}` })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(19);
  const over = answers.filter(({ status }) => status !== 201);
  for (const answer of over) expect([answer.status, (await answer.json()).why]).toEqual([409, 'too-many-stages']);
  const added = await Promise.all(answers.filter(({ status }) => status === 201).map((answer) => answer.json()));
  const listed = await stagesOf(door.base);
  expect(listed).toHaveLength(20);
  expect(listed[0]).toEqual(first);
  expect(new Set(listed.map(({ url }) => url)).size).toBe(20);
  for (const { id } of added as StageOnWire[]) expect((await ask('DELETE', `/stages/${id}`)).status).toBe(200);
});

test('[AC18] what a stage or the alerts cannot be told is refused by its name', async () => {
  for (const body of [{ name: ' ' }, { name: 'x'.repeat(81) }, { name: 5 }, {}]) {
    expect(await refused(400, await ask('POST', '/stages', body))).toEqual(['name']);
  }
  expect(await refused(400, await ask('POST', '/stages', { name: 'x', language: 'fr' }))).toEqual(['language']);
  expect(await refused(400, await ask('PUT', `/stages/${first.id}`, { language: 'fr' }))).toEqual(['language']);
  expect((await ask('PUT', '/stages/none', { name: 'x' })).status).toBe(404);
  expect(await refused(400, await ask('POST', '/alerts/explode', {}))).toEqual(['params.act']);
  expect(await refused(400, await ask('POST', '/stages/blank', { blank: 'yes' }))).toEqual(['blank']);
  const feature = { kind: 'comment', name: 'Vera', text: 'x'.repeat(501) };
  expect(await refused(400, await ask('POST', '/stages/featured', feature))).toEqual(['text']);
  expect(await refused(400, await ask('POST', '/stages/featured', { ...feature, kind: 'advert', text: '' }))).toEqual([
    'kind',
  ]);
  expect(await refused(400, await ask('POST', `/stages/${first.id}/set-up`, { on: 1 }))).toEqual(['on']);
  for (const path of ['set-up', 'rotate', 'reload']) {
    expect((await ask('POST', `/stages/none/${path}`, path === 'set-up' ? { on: true } : {})).status).toBe(404);
  }
});
