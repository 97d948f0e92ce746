import { expect, test } from 'vitest';
import { newWidget } from '../../../overlay/studio/model/new-widget.ts';
import { isEmptyInPreview, type OwnFacts, ownView, underWay } from '../../../overlay/studio/model/own-sample.ts';
import { SAMPLE_FIGURES, SAMPLE_VIEW } from '../../../overlay/studio/model/sample-stage.ts';
import { SAMPLE_DESIGN } from '../../../server/sources/sample-design.ts';
import { Bio, type Service } from '../../../shared/booking.ts';
import { reached } from '../../../shared/goal-reached.ts';
import type { StageDesign, Widget } from '../../../shared/stage-design.ts';
import { givenService } from '../../app/booking-given.ts';

const bio = Bio.parse({
  handle: 'lena',
  name: 'Lena Sample',
  headline: 'Career coach',
  about: '',
  skills: ['CVs'],
  translations: { de: { headline: 'Karrierecoach', about: '', skills: ['Lebensläufe'] } },
  region: 'NL',
  zone: 'Europe/Lisbon',
  proofs: [
    { title: 'Certified', public: true },
    { title: 'Not for all', public: false },
  ],
});
const cvCheck: Service = {
  ...givenService(),
  id: 'cv',
  slug: 'cv-check',
  title: { en: 'CV check' },
  noLicenceNeeded: true,
};
const draft: Service = { ...cvCheck, id: 'draft', slug: 'draft', noLicenceNeeded: false };

const NOTHING: OwnFacts = {
  bio: null,
  services: [],
  licences: [],
  address: { url: 'https://lena.example', localOnly: false, from: 'setting', tunnel: null, installed: [] },
  codes: { revision: 0, moment: null },
};

test('[SU542] the creator’s own card, offers and address stand in the editor’s picture', () => {
  const own: OwnFacts = {
    ...NOTHING,
    bio,
    services: [cvCheck, draft],
    codes: { revision: 1, moment: { code: 'LIFIK', label: '', shownUntil: null } },
  };
  const view = ownView(own, 'de');
  expect(view.bio).toMatchObject({
    name: 'Lena Sample',
    handle: 'lena',
    headline: 'Karrierecoach',
    skills: ['Lebensläufe'],
    proofs: ['Certified'],
  });
  expect(view.bio?.offers.map(({ slug }) => slug)).toEqual(['cv-check']);
  expect(view.booking).toMatchObject({ address: 'lena.example/c/LIFIK', code: 'LIFIK' });
  expect(view.nextFree?.zone).toBe('Europe/Lisbon');
  expect(view.stage.language).toBe('de');
});

test('[SU542] of what the creator has nothing, the sample’s stands there', () => {
  expect(ownView(null, 'en')).toEqual(SAMPLE_VIEW);
  const view = ownView(NOTHING, 'en');
  expect(view.bio).toEqual(SAMPLE_VIEW.bio);
  expect(view.booking).toMatchObject({ address: 'lena.example/c/KAMOR', code: 'KAMOR' });
  const named = ownView({ ...NOTHING, bio, services: [draft] }, 'en');
  expect(named.bio?.name).toBe('Lena Sample');
  expect(named.bio?.offers).toEqual(SAMPLE_VIEW.bio?.offers);
  expect(ownView({ ...NOTHING, services: [cvCheck] }, 'en').bio).toMatchObject({
    name: SAMPLE_VIEW.bio?.name,
    offers: [{ slug: 'cv-check' }],
  });
});

test('[SU543] each goal of the editor’s picture is at two thirds of its own target, or where it begins', () => {
  const goal = (changes: object) => ({ ...newWidget('goal', []), ...changes }) as Widget;
  const widgets = [
    goal({ target: 2_000, measure: 'diamonds' }),
    goal({ target: 40, measure: 'diamonds', since: '2026-01-01' }),
    goal({ target: 100_000, measure: 'money', from: 80_000 }),
  ];
  const shown: StageDesign = underWay({ ...SAMPLE_DESIGN, widgets });
  const sums = shown.widgets.map((widget) => (widget.kind === 'goal' ? reached(widget, SAMPLE_FIGURES) : 0));
  expect(sums).toEqual([1_300, 26, 80_000]);
  expect(underWay(SAMPLE_DESIGN).widgets.filter(({ kind }) => kind !== 'goal')).toEqual(
    SAMPLE_DESIGN.widgets.filter(({ kind }) => kind !== 'goal'),
  );
});

test('[SU544] what is empty in the editor’s picture is told from what stands in it', () => {
  const kinds = ['bio', 'booking', 'queue', 'alerts', 'leaderboard', 'goal', 'featured', 'clock'] as const;
  for (const kind of kinds) expect(isEmptyInPreview(newWidget(kind, [])), kind).toBe(false);
  for (const kind of ['pinned', 'discount', 'ticker', 'feed'] as const)
    expect(isEmptyInPreview(newWidget(kind, [])), kind).toBe(true);
  expect(isEmptyInPreview({ ...newWidget('pinned', []), title: 'A book' } as Widget)).toBe(false);
});
