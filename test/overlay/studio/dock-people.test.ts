import { expect, test } from 'vitest';
import { docksOf, nameForDock } from '../../../overlay/studio/model/dock-people.ts';
import type { ListedPerson } from '../../../shared/people.ts';

const NOW = '2026-11-26T12:00:00Z';
const person = (more: Partial<ListedPerson>): ListedPerson => ({
  ...{ id: 'p', name: 'OBS dock: scene buttons', role: 'moderator', rights: ['control-scenes'] },
  ...{
    from: '2026-11-25T12:00:00Z',
    until: null,
    forShow: false,
    revokedAt: null,
    joined: true,
    linkUntil: null,
    lastAct: null,
  },
  ...more,
});

test('[SU412] a dock is known by its name in each language and by its rights, while it is let in', () => {
  const ids = (all: ListedPerson[]) => docksOf(all, ['control-scenes'], NOW).map(({ id }) => id);
  const names = [
    'OBS dock: scene buttons',
    'OBS-Dock: Szenentasten',
    'OBS-dock: scèneknoppen',
    'OBS-dokk: sceneknapper',
  ];
  expect(ids(names.map((name) => person({ id: name, name })))).toEqual(names);
  expect(ids([person({ name: 'Kim' })])).toEqual([]);
  expect(ids([person({ rights: ['control-scenes', 'reply'] })])).toEqual([]);
  expect(ids([person({ revokedAt: NOW }), person({ until: '2026-11-26T11:00:00Z' })])).toEqual([]);
  const newer = person({ id: 'newer', from: '2026-11-26T11:00:00Z' });
  expect(ids([person({ id: 'older' }), newer])).toEqual(['newer', 'older']);
});

test('[SU412] one more dock has a name that no other has', () => {
  expect(nameForDock('Dock', [])).toBe('Dock');
  expect(nameForDock('Dock', [{ name: 'Dock' }])).toBe('Dock 2');
  expect(nameForDock('Dock', [{ name: 'Dock 2' }, { name: 'Dock' }])).toBe('Dock 3');
});
