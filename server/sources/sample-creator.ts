import type { Availability, Bio, RequestDraft, ServiceDraft } from '../../shared/booking.ts';
import { PLAIN_TERMS } from '../../shared/offer-terms.ts';
import { fromGiftRule } from '../../shared/scene-rules.ts';

/* The invented creator of the sample show: a career coach whose evenings can be booked. */

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const sampleBio: Bio = {
  handle: 'lena.sample',
  name: 'Lena Sample',
  headline: 'Career coach: CVs, interviews, next steps',
  about:
    'I read about forty CVs a week for companies that hire in three languages, and I tell you in half an hour what yours says about you. No jargon, no templates: your words, in the right order.',
  skills: ['CV review', 'Interview practice', 'Salary talks', 'Career change'],
  translations: {
    de: {
      headline: 'Karriere-Coach: Lebenslauf, Vorstellungsgespräch, nächste Schritte',
      about:
        'Ich lese jede Woche etwa vierzig Lebensläufe für Firmen, die in drei Sprachen einstellen, und sage dir in einer halben Stunde, was deiner über dich erzählt. Ohne Fachsprache und Vorlagen: deine Worte, in der richtigen Reihenfolge.',
      skills: ['Lebenslauf', 'Vorstellungsgespräch', 'Gehaltsgespräch', 'Berufswechsel'],
    },
    nl: {
      headline: 'Loopbaancoach: cv, sollicitatiegesprek, volgende stap',
      about:
        'Ik lees elke week zo’n veertig cv’s voor bedrijven die in drie talen werven, en vertel je in een half uur wat dat van jou over je zegt. Geen vaktaal, geen sjablonen: jouw woorden, in de juiste volgorde.',
      skills: ['Cv', 'Sollicitatiegesprek', 'Salarisgesprek', 'Van baan wisselen'],
    },
    nb: {
      headline: 'Karrierecoach: CV, jobbintervju, neste steg',
      about:
        'Jeg leser rundt førti CV-er i uken for firmaer som ansetter på tre språk, og forteller deg på en halvtime hva din sier om deg. Ingen sjargong, ingen maler: dine ord, i riktig rekkefølge.',
      skills: ['CV', 'Jobbintervju', 'Lønnssamtale', 'Bytte av yrke'],
    },
  },
  languages: ['en', 'de', 'nl', 'nb'],
  region: 'DE',
  zone,
  proofs: [
    {
      kind: 'reference',
      title: 'Eleven years in recruiting for industry and public service',
      titles: {
        de: 'Elf Jahre Personalgewinnung für Industrie und öffentlichen Dienst',
        nl: 'Elf jaar werving voor industrie en overheid',
        nb: 'Elleve år med rekruttering for industri og offentlig sektor',
      },
      public: true,
    },
    {
      kind: 'certificate',
      title: 'Certified systemic coach (invented for this sample)',
      titles: {
        de: 'Zertifizierter systemischer Coach (für dieses Beispiel erfunden)',
        nl: 'Gecertificeerd systemisch coach (verzonnen voor dit voorbeeld)',
        nb: 'Sertifisert systemisk coach (oppdiktet for dette eksempelet)',
      },
      public: true,
    },
  ],
  adult: true,
  followers: 4820,
  portrait: null,
  pictures: [],
};

/** To the wording that covers being asked about on air too (`core/desk/on-air.ts`), so that the desk can try it. */
const agreed = { adult: true, consent: true, onAir: true, consentVersion: '2-sample' } as const;

const base = {
  ...PLAIN_TERMS,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  noticeMinutes: 30,
  horizonDays: 30,
  capacity: 1,
  instant: false,
  cutoffMinutes: 120,
  noLicenceNeeded: true,
};

export const sampleServices: ReadonlyArray<ServiceDraft> = [
  {
    ...base,
    slug: 'cv-check',
    kind: 'consulting',
    title: { en: 'CV check', de: 'Lebenslauf-Check', nl: 'Cv-check', nb: 'CV-sjekk' },
    summary: {
      en: 'We go through your CV line by line. You leave with a version you can send tonight.',
      de: 'Wir gehen deinen Lebenslauf Zeile für Zeile durch. Danach kannst du ihn noch heute verschicken.',
      nl: 'We lopen je cv regel voor regel door. Daarna kun je het vanavond nog versturen.',
      nb: 'Vi går gjennom CV-en din linje for linje. Etterpå kan du sende den i kveld.',
    },
    minutes: 30,
    price: { minor: 4500, currency: 'EUR' },
  },
  {
    ...base,
    slug: 'interview-practice',
    kind: 'training',
    title: {
      en: 'Interview practice',
      de: 'Vorstellungsgespräch üben',
      nl: 'Sollicitatiegesprek oefenen',
      nb: 'Øve på jobbintervju',
    },
    summary: {
      en: 'A mock interview for the job you want, with honest notes afterwards.',
      de: 'Ein Probegespräch für die Stelle, die du willst, mit ehrlicher Rückmeldung.',
      nl: 'Een proefgesprek voor de baan die je wilt, met eerlijke feedback.',
      nb: 'Et prøveintervju for jobben du vil ha, med ærlig tilbakemelding.',
    },
    minutes: 60,
    price: { minor: 8000, currency: 'EUR' },
  },
  {
    ...base,
    slug: 'first-talk',
    kind: 'consulting',
    title: { en: 'First talk', de: 'Erstgespräch', nl: 'Kennismaking', nb: 'Første samtale' },
    summary: {
      en: 'Fifteen minutes to find out whether I can help you. Booked at once.',
      de: 'Fünfzehn Minuten, um zu klären, ob ich dir helfen kann. Sofort gebucht.',
      nl: 'Een kwartier om te ontdekken of ik je kan helpen. Direct geboekt.',
      nb: 'Et kvarter for å finne ut om jeg kan hjelpe deg. Bestilt med en gang.',
    },
    minutes: 15,
    price: { minor: 0, currency: 'EUR' },
    instant: true,
  },
];

export const sampleHours: Availability = {
  zone,
  stepMinutes: 30,
  weekly: (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).flatMap((day) => [
    { day, from: '09:00', to: '12:00' },
    { day, from: '15:00', to: '21:00' },
  ]),
  exceptions: [],
  lives: [],
};

export const sampleRule = fromGiftRule({
  id: 'big-gift',
  name: 'Celebrate big gifts',
  enabled: true,
  when: { type: 'gift-worth-at-least', diamonds: 500 },
  show: { scene: 'Celebration', holdSeconds: 8 },
  cooldownSeconds: 60,
});

/** Invented viewers who have asked already, so that the desk and the queue have something to show; the last is a message only. */
export const sampleRequests: ReadonlyArray<
  Omit<RequestDraft, 'service' | 'start'> & { slug: string; nthSlot: number | null }
> = [
  {
    ...agreed,
    slug: 'cv-check',
    nthSlot: 2,
    name: 'Mara Lindqvist',
    message: 'I send about ten applications a week and never hear back. Could we look at the first page together?',
    language: 'en',
    zone: 'Europe/Stockholm',
  },
  {
    ...agreed,
    slug: 'interview-practice',
    nthSlot: 4,
    name: 'Jonas Beispiel',
    contact: { email: 'jonas@example.org' },
    message: 'Am Donnerstag habe ich ein Gespräch als Projektleiter. Können wir das vorher einmal durchspielen?',
    language: 'de',
    zone: 'Europe/Berlin',
  },
  {
    ...agreed,
    slug: 'cv-check',
    nthSlot: 2,
    name: 'Sanne Voorbeeld',
    message: 'Is een cv van drie pagina’s te lang voor een functie in de zorg?',
    language: 'nl',
    zone: 'Europe/Amsterdam',
  },
  {
    ...agreed,
    slug: 'first-talk',
    nthSlot: 6,
    name: 'Ingrid Eksempel',
    message: 'Jeg vil bytte bransje. Hvor begynner jeg?',
    language: 'nb',
    zone: 'Europe/Oslo',
  },
  {
    ...agreed,
    slug: 'interview-practice',
    nthSlot: null,
    name: 'ليلى مثال',
    message: 'Do you also practise interviews for remote jobs?',
    language: 'en',
    zone: 'Africa/Cairo',
  },
];
