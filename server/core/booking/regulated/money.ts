import { type Activity, british, confirm, german, listed, never } from './activity.ts';

/** Money, insurance, property, jobs. */
export const MONEY: ReadonlyArray<Activity> = [
  {
    id: 'investment-advice',
    name: { en: 'Investment advice', de: 'Anlageberatung', nl: 'Beleggingsadvies', nb: 'Investeringsrådgivning' },
    words: listed(`
      investment advice, investment consult*, financial advice, financial planning, portfolio management,
      trading signal*, crypto advice, stock tips, anlageberatung*, finanzberatung*, vermögensverwaltung*,
      vermögensberatung*, aktientipps, tradingsignale, kryptoberatung*, beleggingsadvies, financieel advies,
      vermogensbeheer, aandelentips, investeringsråd*, aksjetips, finansiell rådgiv*, formuesforvalt*, kryptoråd*
      investing advice, investment coach*, investment plan*, investment tips, stock picks, stock advice, share tips,
      crypto signal*, crypto tips, forex signal*, copy trading, retirement planning, pension advice
      investmentberatung*, etf beratung*, aktienberatung*, kryptosignal*, kryptotipps, depotcheck*,
      altersvorsorgeberatung*, geldanlageberatung*
      beleggingstips, beleggingscoach*, beleggingsplan*, cryptotips, cryptoadvies, crypto advies,
      financiële planning, pensioenadvies
      aksjeråd*, fondsråd*, investeringstips, investeringsplan*, kryptotips, sparerådgiv*, pensjonsrådgiv*
    `),
    asks: listed(`
      investing, investment*, financial coach*, money coach*, trading coach*, crypto, geldanlage*, finanzcoach*,
      altersvorsorge, aktien, krypto, beleggen, financiële coach*, aksjer, økonomisk rådgiv*
    `),
    rules: {
      DE: never('Kreditwesengesetz § 32; Wertpapierinstitutsgesetz § 15; Gewerbeordnung § 34f', german('gewo/__34f')),
      AT: never('Wertpapieraufsichtsgesetz 2018 § 3'),
      CH: never('FIDLEG Art. 28; FINIG Art. 5'),
      NL: never('Wet op het financieel toezicht, art. 2:96'),
      NO: never('Verdipapirhandelloven § 9-1'),
      GB: never('Financial Services and Markets Act 2000 s. 19', british('ukpga/2000/8/section/19')),
      US: never('Investment Advisers Act of 1940, 15 USC 80b-3'),
    },
  },
  {
    id: 'insurance',
    name: {
      en: 'Insurance broking and advice',
      de: 'Versicherungsvermittlung und -beratung',
      nl: 'Bemiddelen en adviseren in verzekeringen',
      nb: 'Forsikringsformidling',
    },
    words: listed(`
      insurance advice, insurance broker*, insurance consult*, insurance comparison*, versicherungsberatung*,
      versicherungsvermittlung*, versicherungsvergleich*, versicherungscheck*, verzekeringsadvies,
      verzekeringen vergelijken, verzekeringscheck, forsikringsmegl*, forsikringsrådgiv*, forsikringssjekk
      insurance check*, insurance quote*, insurance review*
      versicherungen vergleichen, versicherungscoach*
      verzekeringen afsluiten, verzekeringsvergelijk*
      forsikringsråd*, sammenligne forsikring*
    `),
    asks: listed(`
      insurance, insurances, versicherung, versicherungen, verzekering, verzekeringen, forsikring, forsikringer
    `),
    rules: {
      DE: never('Gewerbeordnung § 34d', german('gewo/__34d')),
      AT: never('Gewerbeordnung 1994 §§ 137 to 138'),
      CH: never('Versicherungsaufsichtsgesetz (VAG) Art. 41'),
      NL: never('Wet op het financieel toezicht, art. 2:75, 2:80'),
      NO: never('Forsikringsformidlingsloven'),
      GB: never('Financial Services and Markets Act 2000 s. 19', british('ukpga/2000/8/section/19')),
      US: never('Producer licensing act of each state'),
    },
  },
  {
    id: 'credit',
    name: {
      en: 'Loans, credit and debt',
      de: 'Kredite und Schulden',
      nl: 'Leningen, krediet en schulden',
      nb: 'Lån, kreditt og gjeld',
    },
    words: listed(`
      loan broker*, loan arrang*, mortgage advice, mortgage broker*, credit repair, debt collection,
      debt settlement, debt advice, kreditvermittlung*, kreditberatung*, baufinanzierung*, schuldnerberatung*,
      schuldenberatung*, inkasso, inkassoservice*, hypotheekadvies, kredietbemiddel*, schuldhulp*, incassodienst*,
      lånemegl*, låneformidl*, boliglånsrådgiv*, gjeldsrådgiv*, inkassotjeneste*
      loan advice, mortgage consult*, debt help, debt coach*, debt counsel*, credit counsel*, help with debt*
      umschuldung*, schuldencoach*, finanzierungsberatung*, kreditvergleich*, hilfe bei schulden
      hypotheekgesprek*, hypotheek afsluiten, hulp bij schulden, leningen vergelijken
      gjeldshjelp, lånerådgiv*, refinansiering*, hjelp med gjeld
    `),
    asks: listed(`
      mortgage, mortgages, baukredit*, hypotheek, boliglån*
    `),
    rules: {
      DE: never('Gewerbeordnung §§ 34c, 34i; Rechtsdienstleistungsgesetz § 10', german('gewo/__34i')),
      AT: never('Gewerbeordnung 1994 §§ 118, 136a'),
      CH: confirm('Konsumkreditgesetz (KKG) Art. 39'),
      NL: never('Wet op het financieel toezicht, art. 2:60, 2:75, 2:80'),
      NO: never('Finansavtaleloven; Låneformidlingsloven; Inkassoloven § 4'),
      GB: never('Financial Services and Markets Act 2000 s. 19', british('ukpga/2000/8/section/19')),
      US: never('SAFE Act, 12 USC 5103; debt collection acts of each state'),
    },
  },
  {
    id: 'real-estate',
    name: { en: 'Property broking', de: 'Immobilienvermittlung', nl: 'Makelaardij', nb: 'Eiendomsmegling' },
    teachable: true,
    words: listed(`
      real estate agent service*, real estate brokerage, selling your house, sell your house, sell your home,
      property brokerage, letting agent service*, immobilienvermittlung*, immobilienverkauf, wohnungsvermittlung*,
      maklerservice, huis verkopen, verkoop van uw huis, verkoop van je huis, makelaardij, makelaarsdienst*,
      eiendomsmegling*, boligsalg, boligformidl*
      find a tenant for you, immobilien vermitteln, mieter finden für
      sell your flat, sell your apartment, estate agency service*
      haus verkaufen, wohnung verkaufen, immobilien verkaufen, immobilie verkaufen
      woning verkopen, huis kopen, woningbemiddeling
      selge boligen, selge huset, selge bolig
    `),
    rules: {
      DE: never('Gewerbeordnung § 34c', german('gewo/__34c')),
      AT: never('Gewerbeordnung 1994 § 117'),
      NO: never('Eiendomsmeglingsloven § 2-1'),
      GB: confirm('Estate Agents Act 1979; redress scheme', british('ukpga/1979/38')),
      US: never('Real estate license act of each state'),
    },
  },
  {
    id: 'recruiting',
    name: {
      en: 'Placing people in jobs',
      de: 'Arbeitsvermittlung und Zeitarbeit',
      nl: 'Arbeidsbemiddeling en uitzendwerk',
      nb: 'Arbeidsformidling og bemanning',
    },
    teachable: true,
    words: listed(`
      job placement*, employment agency, temp agency, staffing agency, staffing service*, arbeitsvermittlung*,
      jobvermittlung*, personalvermittlung*, zeitarbeit*, arbeidsbemiddeling, uitzendbureau, personeelsbemiddeling,
      arbeidsformidl*, bemanningsbyrå*, personellutleie
      job agency, find you a job, find a job for you, find staff for you, headhunting
      jobs vermitteln, fachkräfte vermitteln, personalvermittler*
      uitzendwerk, banen bemiddelen, detachering*
      jobbformidl*, bemanningstjeneste*
    `),
    asks: listed(`
      recruiting, recruitment, personalsuche, werving en selectie, rekruttering*
    `),
    rules: {
      DE: confirm('Arbeitnehmerüberlassungsgesetz § 1: lending of workers', german('a_g/__1')),
      AT: never('Gewerbeordnung 1994 § 94 Z 1, Z 72; §§ 97, 135'),
      CH: never('Arbeitsvermittlungsgesetz (AVG) Art. 2, 12'),
      NL: confirm('Waadi; Wet toelating terbeschikkingstelling van arbeidskrachten'),
      NO: confirm('Arbeidsmarkedsloven § 27: bemanningsforetak'),
      GB: confirm('Employment Agencies Act 1973', british('ukpga/1973/35')),
      US: confirm('Employment agency act of each state'),
    },
  },
];
