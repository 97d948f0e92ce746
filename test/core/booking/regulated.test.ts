import { expect, test } from 'vitest';
import { KNOWN_REGIONS } from '../../../server/core/booking/regulated/activity.ts';
import { ACTIVITIES, matchesIn } from '../../../server/core/booking/regulated/match.ts';
import { pageOf } from '../../../server/core/booking/regulated/sources.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';

/** Each activity of one text in the region, with its level. */
function levels(text: string, region: string, training = false): string[] {
  return matchesIn({ texts: [text], training }, region).map(({ activity, rule }) => `${activity.id} ${rule.level}`);
}

test('[BK70] every activity has its name in four languages, words of each, a law in at least one region, and https addresses', () => {
  expect(ACTIVITIES.length).toBeGreaterThan(25);
  expect(new Set(ACTIVITIES.map(({ id }) => id)).size).toBe(ACTIVITIES.length);
  for (const { id, name, words, asks = [], rules } of ACTIVITIES) {
    expect([id, LANGUAGES.filter((language) => !name[language])]).toEqual([id, []]);
    expect([id, [...words, ...asks].filter((word) => word !== word.trim().toLowerCase() || word === '*')]).toEqual([
      id,
      [],
    ]);
    expect([id, new Set([...words, ...asks]).size]).toEqual([id, words.length + asks.length]);
    expect([id, words.length >= 8]).toEqual([id, true]);
    expect([id, Object.keys(rules).length > 0]).toEqual([id, true]);
    for (const rule of Object.values(rules)) {
      expect(rule.law.length).toBeGreaterThan(4);
      if (rule.url)
        expect(rule.url).toMatch(/^https:\/\/www\.(gesetze-im-internet\.de|legislation\.gov\.uk)\/[\w/.-]+$/);
    }
  }
});

test('[BK70] a law that an entry names leads to its own page, not to the front page of a collection, but where each part of a country has its own', () => {
  expect(pageOf('Gewerbeordnung 1994 § 117', 'AT')).toContain('10007517');
  expect(pageOf('Wet BIG, art. 34', 'NL')).toBe('https://wetten.overheid.nl/BWBR0006251/');
  expect(pageOf('Strafgesetzbuch § 184 (Kurpfuscherei); Ärztegesetz 1998 § 3', 'AT')).toContain('10002296');
  expect(pageOf('Massage therapy act of most states', 'US')).toContain('careeronestop');
  expect(pageOf('Law of each canton', 'CH')).toBeNull();
  // No licence makes it free anywhere: a finder of licences would mislead.
  const [sexual] = matchesIn({ texts: ['Cam sex'], training: false }, 'US');
  expect(sexual?.rule.url).toContain('tiktok.com/community-guidelines');
  for (const region of KNOWN_REGIONS) {
    const rules = ACTIVITIES.flatMap(({ rules: all }) => all[region] ?? []);
    const led = rules.filter(({ url, law }) => url ?? pageOf(law, region));
    expect([region, led.length / rules.length > (region === 'CH' ? 0.3 : 0.7)]).toEqual([region, true]);
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
  ['Erotische Massage', 'CH', ['massage confirm', 'sexual-services never']],
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

test.each([
  'Career coaching for physiotherapists',
  'Career coaching for young, self-employed physiotherapists and their teams',
  'Pricing for nurses, physiotherapists and midwives',
  'Websites for physiotherapy practices',
  'English for occupational and physiotherapy students',
  'Talks with physiotherapists',
  'Portraits of physiotherapists',
  'A podcast about physiotherapists',
  'CV check for driving instructors',
  'Karriere-Coaching für Physiotherapeuten',
  'Karriere-Coaching für Physiotherapeutinnen und Physiotherapeuten',
  'Karriere-Coaching für Physiotherapeut:innen',
  'Website für deine Physiotherapiepraxis',
  'Gespräche mit Physiotherapeuten',
  'Lebenslauf-Check für Fahrlehrer',
  'Loopbaancoaching voor fysiotherapeuten',
  'Loopbaancoaching voor jonge fysiotherapeuten of ergotherapeuten',
  'Een website voor fysiotherapiepraktijken',
  'Gesprekken met fysiotherapeuten',
  'Karriereveiledning for fysioterapeuter',
  'Nettside til fysioterapeuten',
  'Samtaler med fysioterapeuter',
])('[BK298] a profession that an offer is only for or about is asked about and blocked nowhere: %s', (text) => {
  for (const region of KNOWN_REGIONS)
    expect([region, levels(text, region).filter((found) => !found.endsWith(' confirm'))]).toEqual([region, []]);
  expect(levels(text, 'DE').length).toBe(1);
});

test.each([
  'Physiotherapy at home',
  'Physiotherapy for physiotherapists',
  'Physiotherapy treatment for patients',
  'For athletes: physiotherapy',
  'An hour with a physiotherapist',
  'An hour with your physiotherapist',
  'Exercises by physiotherapists',
  'For athletes, physiotherapist on call',
  'Help for your back from physiotherapists',
  'Physiotherapeut für zu Hause',
  'Physiotherapie für Läufer',
  'Übungen von Physiotherapeuten für den Rücken',
  'Eine Stunde mit deinem Physiotherapeuten',
  'Fysiotherapie voor hardlopers',
  'Oefeningen van fysiotherapeuten',
  'Een uur met een fysiotherapeut',
  'Fysioterapi for løpere',
  'Øvelser av fysioterapeuter',
  'En time med en fysioterapeut',
])('[BK298] who does the work stays blocked, whomever it is for: %s', (text) => {
  expect(levels(text, 'DE')).toEqual(['physiotherapy never']);
});

test('[BK73] to train others in what only its doing is regulated asks for a confirmation; where teaching it is regulated it stays blocked', () => {
  expect(levels('Buchhaltung lernen', 'DE', true)).toEqual(['tax-advice confirm']);
  expect(levels('Buchhaltung für dich', 'DE', false)).toEqual(['tax-advice never']);
  expect(levels('Fahrstunden', 'DE', true)).toEqual(['driving-lessons never']);
});

test.each([
  ['Nutrition coaching and massage', 'DE', ['nutrition confirm', 'massage confirm']],
  ['Nutrition coaching and massage', 'AT', ['nutrition never', 'massage never']],
  ['Nutrition coaching and massage', 'US', ['nutrition confirm', 'massage confirm']],
  ['Your nutrition coach for four weeks', 'GB', ['nutrition confirm']],
  ['Meal plan for your week', 'AT', ['nutrition never']],
  ['Ernährungscoaching online', 'DE', ['nutrition confirm']],
  ['Abnehmen ohne Hunger', 'AT', ['nutrition confirm']],
  ['Voedingscoach voor drukke mensen', 'NL', ['nutrition confirm']],
  ['Kostholdsplan på en time', 'NO', ['nutrition confirm']],
  ['Sportmassage nach dem Training', 'AT', ['massage never']],
  ['Massasje i Bergen', 'NO', ['massage confirm']],
  ['Deep tissue massage', 'GB', ['massage confirm']],
  ['Physio session after an injury', 'US', ['physiotherapy never']],
  ['Fysio aan huis', 'NL', ['physiotherapy confirm']],
  ['Manuelle Therapie', 'DE', ['physiotherapy never']],
  ['Botox consultation', 'DE', ['cosmetic-medicine never']],
  ['Lippen aufspritzen', 'CH', ['cosmetic-medicine never']],
  ['Tattoo, small and fine', 'NL', ['tattooing confirm']],
  ['Fine line tattoos', 'GB', ['tattooing never']],
  ['Legal help with your landlord', 'US', ['legal-advice never']],
  ['Rechtsfragen zum Mietvertrag', 'AT', ['legal-advice never']],
  ['Juridische hulp bij ontslag', 'NL', ['legal-advice confirm']],
  ['Juridisk hjelp', 'NO', ['legal-advice confirm']],
  ['We do your taxes: tax preparation', 'US', ['tax-advice confirm']],
  ['Hulp bij je belastingaangifte', 'NL', []],
  ['Steuerhilfe für Selbstständige', 'DE', ['tax-advice never']],
  ['Hjelp med skatten', 'NO', ['tax-advice confirm']],
  ['Investment tips every week', 'GB', ['investment-advice never']],
  ['Investing for beginners', 'US', ['investment-advice confirm']],
  ['Kryptotipps vom Profi', 'DE', ['investment-advice never']],
  ['Learn to drive in two weeks', 'GB', ['driving-lessons never']],
  ['Autofahren lernen', 'AT', ['driving-lessons never']],
  ['Autorijles in Gent en Breda', 'NL', ['driving-lessons never']],
  ['Nanny for the weekend', 'US', ['childcare confirm']],
  ['Ich passe auf: Kinder betreuen', 'DE', ['childcare confirm']],
  ['Oppas aan huis', 'NL', ['childcare confirm']],
  ['Passe barn om kvelden', 'NO', ['childcare confirm']],
  ['Hypnotherapy for sleep', 'DE', ['psychotherapy never']],
  ['Burnout-Coaching', 'AT', ['life-counselling never']],
  ['Airport pickup', 'US', ['passenger-transport never']],
  ['Hundeschule: der erste Welpenkurs', 'DE', ['dog-training confirm']],
  ['Dog training online', 'GB', []],
  ['Ask a vet about your cat', 'US', ['veterinary never']],
  ['Tierarzttermin per Video', 'AT', ['veterinary never']],
  ['Online dierenarts', 'NL', ['veterinary never']],
  ['Veterinærtime på nett', 'NO', ['veterinary never']],
  ['Dog boarding over Christmas', 'GB', ['animal-keeping confirm']],
  ['Hondenpension aan zee', 'NL', ['animal-keeping confirm']],
  ['Autoreparatur vor Ort', 'AT', ['vehicle-repair never']],
  ['Bremsen wechseln bei dir', 'DE', ['vehicle-repair confirm']],
  ['Hobby dog breeder', 'GB', ['animal-keeping confirm']],
  ['Sehtest und neue Brille', 'CH', ['eyes-and-ears confirm']],
  ['Synstest hjemme', 'NO', ['eyes-and-ears never']],
  ['Hebammensprechstunde', 'DE', ['midwifery never']],
  ['Antenatal class in the evening', 'GB', ['midwifery confirm']],
  ['Bauantrag für dein Haus', 'AT', ['planning never']],
  ['Bouwtekening voor je aanbouw', 'NL', ['planning confirm']],
  ['Badezimmer fliesen', 'DE', ['building-trades confirm']],
  ['Therapie bei Angst', 'DE', ['psychotherapy never']],
  ['Psykolog time på video', 'NO', ['psychotherapy never']],
])('[BK270] a plain title in everyday words is known: %s in %s', (text, region, expected) => {
  expect(levels(text, region)).toEqual(expected);
});

test.each([
  'Makeover of your CV',
  'Fitness plan for the living room',
  'Cook with me: pasta for two',
  'Message templates for your shop',
  'Portrait photos outdoors',
  'Learn Dutch by talking',
  'Playlist for your party',
  'Content ideas for a month',
  'Spanish for your holiday',
  'Level up: ranked coaching',
  'Nähkurs für Einsteiger',
  'Fotos bearbeiten am Handy',
  'Portierung deiner App',
  'Backkurs: Brot ohne Hefe',
  'Bewerbung in einer Stunde',
  'Gitaarles voor beginners',
  'Videobewerking op je telefoon',
  'Strikkekurs på nett',
  'Hjelp med nettbutikken',
  'Sangtime for voksne',
  'Portraits of your dog',
  'Website für Tierärzte',
  'CV-Check für Architekten',
  'Car photography at night',
  'Namen für deine Katze finden',
  'Tekenles: huizen en straten',
  'Dog breeds quiz',
])('[BK270] a plain title that is free is not held up: %s', (text) => {
  for (const region of KNOWN_REGIONS) expect([region, levels(text, region)]).toEqual([region, []]);
});

test.each([
  'Ear training: hearing test game',
  'Stimmtraining und Hörtest für Musiker',
  'Gehoortest voor muzikanten',
  'Eye exam anxiety coaching',
  'Structural engineering of your codebase',
  'Architectural drawing lesson',
  'Bike brake repair',
  'Engine repair for model trains',
  'Fahrrad-Service: Bremsenwechsel',
  'Schilderwerk: kunst in opdracht',
  'Tegels leggen in Roblox',
  'Legge fliser i Minecraft',
  'House plans in Minecraft',
])('[BK271] what is said of free work too is asked about and blocked nowhere: %s', (text) => {
  for (const region of KNOWN_REGIONS)
    expect([region, levels(text, region).filter((found) => !found.endsWith(' confirm'))]).toEqual([region, []]);
  expect(KNOWN_REGIONS.some((region) => levels(text, region).length > 0)).toBe(true);
});

test('[BK271] a word that is said of what is free too asks for a confirmation and blocks nowhere; beside a sure word the sure one counts', () => {
  for (const region of KNOWN_REGIONS) {
    expect(levels('Nutrition basics', region).filter((found) => found.endsWith('never'))).toEqual([]);
  }
  expect(levels('Nutrition basics', 'AT')).toEqual(['nutrition confirm']);
  expect(levels('Nutrition basics, then a nutrition plan', 'AT')).toEqual(['nutrition never']);
  expect(levels('A nutrition plan, then nutrition basics', 'AT')).toEqual(['nutrition never']);
});
