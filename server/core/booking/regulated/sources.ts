import type { KnownRegion } from './activity.ts';

/*
 * Where a law can be read that several entries name: an entry with a page of its own (`german`, `british`) needs none here.
 * The addresses are those of the official collections, which stay when a law is amended, and of the platform's own rules.
 */

const ris = (number: number) =>
  `https://www.ris.bka.gv.at/GeltendeFassung.wxe?Abfrage=Bundesnormen&Gesetzesnummer=${number}`;
const fedlex = (path: string) => `https://www.fedlex.admin.ch/eli/cc/${path}/de`;
const wetten = (number: string) => `https://wetten.overheid.nl/${number}/`;
const lovdata = (number: string) => `https://lovdata.no/dokument/NL/lov/${number}`;
const usc = (title: number, section: string) =>
  `https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title${title}-section${section}`;
const DRONES = 'https://eur-lex.europa.eu/eli/reg_impl/2019/947/oj';

/** Of all regions where each part of a country has a law of its own: what leads to a licence would mislead. */
const PLATFORM = { 'Community Guidelines of TikTok': 'https://www.tiktok.com/community-guidelines/en' };

type Pages = Readonly<Record<string, string>>;

/** By what an entry's law begins with or names; of several the first that is named. */
const PAGES: Readonly<Partial<Record<KnownRegion, Pages>>> = {
  AT: {
    'Gewerbeordnung 1994': ris(10007517),
    'Ärztegesetz 1998': ris(10011138),
    Arzneimittelgesetz: ris(10010441),
    Glücksspielgesetz: ris(10004611),
    'Kraftfahrgesetz 1967': ris(10011384),
    Strafgesetzbuch: ris(10002296),
    'Waffengesetz 1996': ris(10006016),
    'Wertpapieraufsichtsgesetz 2018': ris(20009943),
    ...PLATFORM,
    'Regulation (EU) 2019/947': DRONES,
  },
  CH: {
    MedBG: fedlex('2007/537'),
    PsyG: fedlex('2012/268'),
    GesBG: fedlex('2020/16'),
    BGFA: fedlex('2002/153'),
    FIDLEG: fedlex('2019/758'),
    HMG: fedlex('2001/422'),
    ...PLATFORM,
    'Regulation (EU) 2019/947': DRONES,
  },
  NL: {
    'Wet BIG': wetten('BWBR0006251'),
    'Wet op het financieel toezicht': wetten('BWBR0020368'),
    Geneesmiddelenwet: wetten('BWBR0021505'),
    Alcoholwet: wetten('BWBR0002458'),
    'Wet op de kansspelen': wetten('BWBR0002469'),
    'Wet wapens en munitie': wetten('BWBR0008804'),
    'Wet personenvervoer 2000': wetten('BWBR0011470'),
    'Wet particuliere beveiligingsorganisaties': wetten('BWBR0008973'),
    'Wet kinderopvang': wetten('BWBR0017017'),
    Advocatenwet: wetten('BWBR0002093'),
    'Burgerlijk Wetboek Boek 7': wetten('BWBR0005290'),
    'Wet dieren': wetten('BWBR0030250'),
    'Wet op de architectentitel': wetten('BWBR0004189'),
    ...PLATFORM,
    'Regulation (EU) 2019/947': DRONES,
  },
  NO: {
    Helsepersonelloven: lovdata('1999-07-02-64'),
    Alkoholloven: lovdata('1989-06-02-27'),
    Våpenlova: lovdata('2018-04-20-7'),
    Eiendomsmeglingsloven: lovdata('2007-06-29-73'),
    'Lov om alternativ behandling': lovdata('2003-06-27-64'),
    Vaktvirksomhetsloven: lovdata('2001-01-05-1'),
    Vegtrafikkloven: lovdata('1965-06-18-4'),
    Verdipapirhandelloven: lovdata('2007-06-29-75'),
    Yrkestransportlova: lovdata('2002-06-21-45'),
    Barnehageloven: lovdata('2005-06-17-64'),
    'Plan- og bygningsloven': lovdata('2008-06-27-71'),
    Pengespilloven: lovdata('2022-03-18-12'),
    Apotekloven: lovdata('2000-06-02-39'),
    Pakkereiseloven: lovdata('2018-06-15-32'),
    Straffeloven: lovdata('2005-05-20-28'),
    Dyrehelsepersonelloven: lovdata('2001-06-15-75'),
    'Regulation (EU) 2019/947': DRONES,
  },
  US: {
    '15 USC 80b-3': usc(15, '80b-3'),
    '18 USC 923': usc(18, '923'),
    '21 USC 353': usc(21, '353'),
    '27 USC 203': usc(27, '203'),
    '31 USC 5363': usc(31, '5363'),
    '12 USC 5103': usc(12, '5103'),
    '7 USC 2133': usc(7, '2133'),
    '14 CFR part 107': 'https://www.ecfr.gov/current/title-14/part-107',
    '31 CFR part 10': 'https://www.ecfr.gov/current/title-31/part-10',
    '8 CFR 1292.1': 'https://www.ecfr.gov/current/title-8/section-1292.1',
    ...PLATFORM,
  },
};

/** Of the Department of Labor: which occupation needs a licence in which state, with the board that gives it. */
const STATES = 'https://www.careeronestop.org/Toolkit/Training/find-licenses.aspx';

/** The page of the first law that an entry names; null where none is known here. */
export function pageOf(law: string, region: KnownRegion): string | null {
  const named = Object.entries(PAGES[region] ?? {})
    .map(([name, page]) => ({ at: law.indexOf(name), page }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return named[0]?.page ?? (region === 'US' ? STATES : null);
}
