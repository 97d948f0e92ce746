import { expect, test } from 'vitest';
import { KNOWN_REGIONS } from '../../../server/core/booking/regulated/activity.ts';
import { ACTIVITIES, matchesIn } from '../../../server/core/booking/regulated/match.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';

/** Each activity of one text in the region, with its level. */
function levels(text: string, region: string, training = false): string[] {
  return matchesIn({ texts: [text], training }, region).map(({ activity, rule }) => `${activity.id} ${rule.level}`);
}

test('[BK70] every activity has its name in four languages, words of each, a law in at least one region, and https addresses', () => {
  expect(ACTIVITIES.length).toBeGreaterThan(25);
  expect(new Set(ACTIVITIES.map(({ id }) => id)).size).toBe(ACTIVITIES.length);
  for (const { id, name, words, rules } of ACTIVITIES) {
    expect([id, LANGUAGES.filter((language) => !name[language])]).toEqual([id, []]);
    expect([id, words.filter((word) => word !== word.trim().toLowerCase() || word === '*')]).toEqual([id, []]);
    expect([id, new Set(words).size]).toEqual([id, words.length]);
    expect([id, words.length >= 8]).toEqual([id, true]);
    expect([id, Object.keys(rules).length > 0]).toEqual([id, true]);
    for (const rule of Object.values(rules)) {
      expect(rule.law.length).toBeGreaterThan(4);
      if (rule.url)
        expect(rule.url).toMatch(/^https:\/\/www\.(gesetze-im-internet\.de|legislation\.gov\.uk)\/[\w/.-]+$/);
    }
  }
});

test('[BK70] every region knows at least fifteen activities, and every rule leads to a page of law', () => {
  for (const region of KNOWN_REGIONS) {
    const known = ACTIVITIES.filter(({ rules }) => rules[region]);
    expect([region, known.length >= 15]).toEqual([region, true]);
    const [first] = matchesIn({ texts: ['Betting tips, botox, sports betting, gambling'], training: false }, region);
    expect(first?.rule.url).toMatch(/^https:\/\//);
  }
});

test.each([
  'CV check: thirty minutes, one better résumé',
  'Your CV doctor',
  'Yoga and breathing for beginners',
  'Voice coaching for singers',
  'A joke about tax and death: stand-up coaching',
  'Website for dentists and lawyers',
  'Diagnose why your shop does not sell',
  'English lessons for physicians',
  'Fashion styling and colour advice',
  'Guitar lessons, first chords',
  'A filler word trainer: speak without "um"',
  'Lebenslauf-Check für Steuerberater und Anwälte',
  'Webseite für Heilpraktiker und Zahnarztpraxen',
  'SEO-Diagnose für deinen Shop',
  'Stimmtraining für Sänger',
  'Deutsch für Ärztinnen und Ärzte',
  'Yoga am Morgen, auch für Versicherungsmenschen',
  'Nagelneu: Kuchen dekorieren lernen',
  'Sollicitatiebrief nakijken',
  'Lege plekken in je agenda vullen: planning leren',
  'Yoga voor beginners',
  'Fotografie voor makelaars',
  'CV-sjekk på tretti minutter',
  'Yoga for nybegynnere',
  'Norskkurs for leger og tannleger',
  'Stemmetrening for sangere',
])('[BK71] a harmless offer is about nothing regulated anywhere: %s', (text) => {
  for (const region of KNOWN_REGIONS) expect([region, levels(text, region)]).toEqual([region, []]);
});

test.each([
  ['Legal advice for tenants', 'US', ['legal-advice never']],
  ['Legal advice for tenants', 'NL', ['legal-advice confirm']],
  ['Rechtsberatung im Mietrecht', 'DE', ['legal-advice never']],
  ['Juridisch advies over je huur', 'NL', ['legal-advice confirm']],
  ['Juridisk rådgivning om husleie', 'NO', ['legal-advice confirm']],
  ['Steuererklärung in einer Stunde', 'DE', ['tax-advice never']],
  ['Steuererklärung in einer Stunde', 'CH', []],
  ['Belastingaangifte invullen', 'NL', []],
  ['Tax return done with you', 'GB', ['tax-advice confirm']],
  ['Osteopathische Sitzung', 'DE', ['natural-healing never']],
  ['Akupunktur gegen Migräne', 'CH', ['natural-healing confirm']],
  ['Acupunctuur bij migraine', 'NL', ['natural-healing confirm']],
  ['Akupunktur mot migrene', 'NO', ['natural-healing confirm']],
  ['Botox and dermal fillers at home', 'US', ['cosmetic-medicine never']],
  ['Lip fillers', 'GB', ['cosmetic-medicine confirm']],
  ['Wedding make-up and microblading', 'AT', ['tattooing never']],
  ['Haarschnitt bei dir zu Hause', 'AT', ['hair-and-beauty never']],
  ['Haren knippen bij jou thuis', 'NL', []],
  ['Psychotherapie online', 'DE', ['psychotherapy never']],
  ['Anlageberatung: dein erstes Depot', 'DE', ['investment-advice never']],
  ['Beleggingsadvies voor starters', 'NL', ['investment-advice never']],
  ['Aksjetips hver uke', 'NO', ['investment-advice never']],
  ['Fahrstunden zum halben Preis', 'DE', ['driving-lessons never']],
  ['Rijlessen in Utrecht', 'NL', ['driving-lessons never']],
  ['Kjøretimer i Oslo', 'NO', ['driving-lessons never']],
  ['Airport transfer in London', 'GB', ['passenger-transport never']],
  ['Electrical installation and rewiring', 'NO', ['electrical-work never']],
  ['Life coaching', 'AT', ['life-counselling never']],
  ['Life coaching', 'DE', ['life-counselling confirm']],
  ['Geführte Wanderung', 'AT', ['tour-guiding never']],
  ['Sports betting tips', 'GB', ['gambling never']],
  ['Oddstips', 'NO', ['gambling never']],
  ['CBD-Öl und Beratung', 'DE', ['medicines never']],
  ['Vuurwerk verkopen', 'NL', ['weapons never']],
  ['BETTING TIPS', 'CH', ['gambling never']],
  ['Erotische Massage', 'CH', ['sexual-services never']],
])('[BK71] %s in %s: %j', (text, region, expected) => {
  expect(levels(text, region)).toEqual(expected);
});

test.each([
  ['Yoga. This is not a substitute for medical advice.', 'US', ['medical-treatment confirm']],
  ['Face yoga instead of botox', 'DE', ['cosmetic-medicine confirm']],
  ['Mietcheck, keine Rechtsberatung', 'DE', ['legal-advice confirm']],
  ['Huurcheck, geen juridisch advies', 'NL', ['legal-advice confirm']],
  ['Ikke investeringsråd, bare erfaring', 'NO', ['investment-advice confirm']],
  ['No waiting: legal advice today', 'US', ['legal-advice never']],
  ['No legal advice. But legal advice after all', 'US', ['legal-advice never']],
])('[BK72] what is only denied is asked about and not blocked: %s in %s', (text, region, expected) => {
  expect(levels(text, region)).toEqual(expected);
});

test('[BK73] to train others in what only its doing is regulated asks for a confirmation; where teaching it is regulated it stays blocked', () => {
  expect(levels('Buchhaltung lernen', 'DE', true)).toEqual(['tax-advice confirm']);
  expect(levels('Buchhaltung für dich', 'DE', false)).toEqual(['tax-advice never']);
  expect(levels('Fahrstunden', 'DE', true)).toEqual(['driving-lessons never']);
});
