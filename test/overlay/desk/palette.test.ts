import { expect, test } from 'vitest';
import { actOfKey } from '../../../overlay/desk/keys.ts';
import { type Command, foundCommands } from '../../../overlay/desk/palette.ts';

const command = (name: string, about = '', kind: Command['kind'] = 'act'): Command => ({
  ...{ id: `${kind}-${name}`, kind, name, about },
  run: () => undefined,
});

test('[DP137] [DP295] the palette finds by each word, by other names of an act too, names that begin with it first, and shows no more than can be read', () => {
  const all = [
    command('Show the claim'),
    command('Claim', 'Åse'),
    command('Åse Nordmann', 'CV check', 'request'),
    command('Price', 'Hei Åse', 'reply'),
  ];
  const names = (search: string) => foundCommands(all, search).map(({ name }) => name);
  expect(names('cla')).toEqual(['Claim', 'Show the claim']);
  expect(names('åse')).toEqual(['Åse Nordmann', 'Claim', 'Price']);
  expect(names('ASE check')).toEqual(['Åse Nordmann']);
  expect(names('nobody')).toEqual([]);
  const aside: Command = { ...command('Put aside'), also: 'snooze later' };
  expect(foundCommands([...all, aside], 'snoo').map(({ name }) => name)).toEqual(['Put aside']);
  expect(
    foundCommands(
      Array.from({ length: 100 }, (_, at) => command(`Act ${at}`)),
      '',
    ),
  ).toHaveLength(12);
});

test('[DP137] Ctrl or Command with K opens it wherever the focus is, and no other chord means anything', () => {
  const pressed = { key: 'k', ctrlKey: false, metaKey: false, altKey: false, repeat: false };
  expect(actOfKey({ ...pressed, ctrlKey: true }, true)).toBe('palette');
  expect(actOfKey({ ...pressed, metaKey: true }, false)).toBe('palette');
  expect(actOfKey({ ...pressed, ctrlKey: true, altKey: true }, false)).toBeNull();
  expect(actOfKey({ ...pressed, ctrlKey: true, key: 'j' }, false)).toBeNull();
  expect(actOfKey({ ...pressed, ctrlKey: true, repeat: true }, false)).toBeNull();
});
