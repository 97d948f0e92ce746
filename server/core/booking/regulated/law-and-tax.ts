import { type Activity, british, confirm, german, listed, never } from './activity.ts';

/** Advice in law and tax. */
export const LAW_AND_TAX: ReadonlyArray<Activity> = [
  {
    id: 'legal-advice',
    name: { en: 'Legal advice', de: 'Rechtsberatung', nl: 'Juridisch advies', nb: 'Juridisk rådgivning' },
    words: listed(`
      legal advice, legal consultation*, legal representation, lawyer consultation*, contract review*,
      rechtsberatung*, rechtliche beratung*, anwaltliche beratung*, anwaltsberatung*, vertragsprüfung*,
      rechtsvertretung*, juridisch advies, juridisch consult, rechtsbijstand, contract controleren,
      contractcontrole*, juridisk rådgiv*, juridisk bistand, rettshjelp, kontraktsgjennomgang*
      legal help, legal consult*, legal question*, legal support, legal check*, contract check*, contract drafting,
      will writing, ask a lawyer, lawyer appointment*
      rechtsrat, rechtsfrage*, rechtliche fragen, rechtscheck*, vertragscheck*, vertrag prüfen, verträge prüfen,
      mietrechtsberatung*, arbeitsrechtsberatung*, anwaltstermin*
      rechtsadvies, rechtshulp, juridische hulp, juridische vraag, juridische vragen, juridische check*,
      contract nakijken, contract opstellen
      juridisk hjelp, juridisk veiledning, juridiske spørsmål, kontraktsjekk*, advokathjelp, advokatråd*
    `),
    asks: listed(`
      legal, rechtlich*, juridisch*, juridisk*
    `),
    rules: {
      DE: never('Rechtsdienstleistungsgesetz § 3', german('rdg/__3')),
      AT: never('Rechtsanwaltsordnung § 8'),
      CH: confirm('Anwaltsgesetz (BGFA) Art. 2: representation in court'),
      NL: confirm('Advocatenwet, art. 9a: title and court'),
      NO: confirm('Advokatloven: court and title'),
      GB: confirm('Legal Services Act 2007 ss. 12, 14: reserved activities', british('ukpga/2007/29/section/12')),
      US: never('Rules on the unauthorized practice of law of each state'),
    },
  },
  {
    id: 'immigration-advice',
    name: {
      en: 'Immigration advice',
      de: 'Einwanderungsberatung',
      nl: 'Immigratieadvies',
      nb: 'Innvandringsrådgivning',
    },
    teachable: true,
    words: listed(`
      immigration advice, immigration consult*, visa application*, visa advice, visa consult*, asylum advice,
      einwanderungsberatung*, visumantrag*, visaantrag*, visumsberatung*, visaberatung*, asylberatung*,
      immigratieadvies, visumaanvraag, visumaanvragen, asieladvies, visumsøknad*, innvandringsrådgiv*, asylrådgiv*
      visa help, visa support, green card application*, work permit application*, citizenship application*
      visahilfe, visumhilfe, visum beantragen, einbürgerungsberatung*
      visumhulp, visum aanvragen, hulp bij je visum
      visumhjelp, søke visum, hjelp med visum
    `),
    asks: listed(`
      residence permit*, work permit*, green card, aufenthaltstitel, verblijfsvergunning*, oppholdstillatelse*
    `),
    rules: {
      DE: never('Rechtsdienstleistungsgesetz § 3', german('rdg/__3')),
      AT: never('Rechtsanwaltsordnung § 8'),
      GB: never('Immigration and Asylum Act 1999 s. 84', british('ukpga/1999/33/section/84')),
      US: never('8 CFR 1292.1; rules on the unauthorized practice of law of each state'),
    },
  },
  {
    id: 'tax-advice',
    name: {
      en: 'Tax advice and bookkeeping',
      de: 'Steuerberatung und Buchhaltung',
      nl: 'Belastingadvies en boekhouding',
      nb: 'Skatterådgivning og regnskap',
    },
    teachable: true,
    words: listed(`
      tax advice, tax return*, tax consult*, tax filing, bookkeeping, accounting service*, payroll service*,
      steuerberatung*, steuererklärung*, steuerliche beratung*, buchhaltung, buchhaltungsservice*, buchführung*,
      lohnabrechnung*, belastingadvies, belastingaangifte*, boekhouding, boekhouddienst*, skatterådgiv*,
      skattemelding*, regnskapsførsel, regnskapstjeneste*
      tax help, tax prep*, tax declaration*, tax planning, tax coach*, vat return*, file your taxes, do your taxes
      steuerhilfe*, steuerrat, steuercoach*, einkommensteuererklärung*, umsatzsteuervoranmeldung*, steuern machen,
      jahresabschluss*
      belastinghulp, belasting aangifte*, aangifte inkomstenbelasting, btw aangifte*, hulp bij je aangifte,
      jaarrekening*
      selvangivelse*, skattehjelp, hjelp med skatten, mva melding*, mva oppgjør*, regnskapshjelp, årsregnskap*
    `),
    asks: listed(`
      tax tips, your taxes, accounting, accountancy, steuertipps, deine steuern, belastingtips, je belasting,
      je administratie, skattetips, regnskap
    `),
    rules: {
      DE: never('Steuerberatungsgesetz §§ 2, 5, 6', german('stberg/__5')),
      AT: never('Wirtschaftstreuhandberufsgesetz 2017 §§ 2, 3; Bilanzbuchhaltungsgesetz 2014'),
      NO: confirm('Regnskapsførerloven: for others, as a business'),
      GB: confirm('Money Laundering Regulations 2017 reg. 11, 54: supervision', british('uksi/2017/692')),
      US: confirm('31 CFR part 10 (Circular 230); 26 USC 6109 (PTIN)'),
    },
  },
];
