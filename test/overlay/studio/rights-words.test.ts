import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../shared/local-text.ts';

test.each(LANGUAGES)(
  '[SU264] in %s the right to settings names what it changes at the desk, and blocking is named',
  async (language) => {
    const { studioPeople } = await import(`../../../shared/locales/${language}/studio-people.ts`);
    const { deskTeam } = await import(`../../../shared/locales/${language}/desk-team.ts`);
    const { desk } = await import(`../../../shared/locales/${language}/desk.ts`);
    const { deskQueue } = await import(`../../../shared/locales/${language}/desk-queue.ts`);
    const names = (right: string): string => studioPeople.right[right].toLowerCase();
    for (const { title } of [deskTeam.prepared, deskTeam.macros, deskQueue.labels])
      expect(names('settings')).toContain(title.toLowerCase());
    expect(names('block')).toContain(desk.act.block.toLowerCase());
    expect(names('decline')).toContain(desk.act.decline.toLowerCase());
  },
);
