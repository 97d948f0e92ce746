import { type Activity, british, confirm, german, listed, never } from './activity.ts';

const EVERYWHERE_SEXUAL = 'Community Guidelines of TikTok: sexual services';

/** Care and guidance of people. */
export const PEOPLE: ReadonlyArray<Activity> = [
  {
    id: 'life-counselling',
    name: {
      en: 'Life coaching and counselling',
      de: 'Lebens- und Sozialberatung',
      nl: 'Levensbegeleiding',
      nb: 'Livsveiledning',
    },
    words: listed(`
      life coach*, life counselling, life counseling, relationship counsel*, relationship coach*, couples counsel*,
      couples therapy, lebensberat*, lebenscoach*, lifecoach*, sozialberat*, paarberat*, paartherap*,
      beziehungscoach*, levenscoach*, levensbegeleiding, relatiecoach*, relatietherap*, livscoach*, livsveiled*,
      samlivsterapi*, parterapi*
      life advice, marriage counsel*, relationship advice, grief counsel*, burnout coach*, burn out coach*
      lebenshilfe, eheberat*, paarcoach*, beziehungsberat*, burnoutberat*, trauerbegleitung*, trauerberat*
      relatieadvies, relatieberat*, huwelijkstherapie*, rouwbegeleiding, rouwcoach*
      parveiled*, samlivsveiled*, samlivsråd*, sorgveiled*, livsråd*
    `),
    asks: listed(`
      dating coach*, mindset coach*, mental coach*, mentalcoach*, datingcoach*, stress coach*, stresscoach*,
      mentaltren*, mental trening
    `),
    rules: {
      DE: confirm('Heilpraktikergesetz § 1: not for the ill', german('heilprg/__1')),
      AT: never('Gewerbeordnung 1994 § 119 (Lebens- und Sozialberatung)'),
      US: confirm('Counselor licensing act of each state'),
    },
  },
  {
    id: 'childcare',
    name: { en: 'Childcare', de: 'Kinderbetreuung', nl: 'Kinderopvang', nb: 'Barnepass' },
    words: listed(`
      childcare, child care, day care, childmind*, babysit*, kinderbetreuung*, tagesmutter, kindertagespflege,
      kinderopvang, gastouder*, kinderoppas, barnepass, dagmamma, barnevakt
      nanny, nannies, look after your children, look after your kids, looking after your children, watch your kids
      kinder betreuen, auf kinder aufpassen, auf deine kinder aufpassen, leihoma, tagespflege
      oppas, oppassen, kinderen opvangen
      barnepasser*, passe barn, passe barna, dagmammaplass*
    `),
    rules: {
      DE: confirm('Sozialgesetzbuch VIII § 43: over 15 hours a week', german('sgb_8/__43')),
      AT: confirm('Children’s day care law of each state'),
      CH: confirm('Pflegekinderverordnung (PAVO) Art. 12, 13'),
      NL: confirm('Wet kinderopvang, art. 1.45'),
      NO: confirm('Barnehageloven § 6'),
      GB: confirm('Childcare Act 2006 ss. 33, 52', british('ukpga/2006/21/section/33')),
      US: confirm('Child care licensing act of each state'),
    },
  },
  {
    id: 'tour-guiding',
    name: {
      en: 'Guiding tours',
      de: 'Fremdenführung und Bergführung',
      nl: 'Rondleiden en berggidsen',
      nb: 'Guiding og fjellføring',
    },
    teachable: true,
    words: listed(`
      tour guide, tour guiding, guided tour*, guided hike*, mountain guid*, stadtführung*, fremdenführ*,
      geführte tour*, bergführung*, geführte wanderung*, rondleiding*, stadswandeling*, berggids*, guidet tur,
      guidede turer, byvandring*, fjellføring*
      city tour*, walking tour*, city walk*
      stadtrundgang*, stadttour*, stadtspaziergang*, geführte bergtour*
      stadstour*, wandeling met gids
      byguiding, guidet fjelltur*, guidet byvandring*
    `),
    asks: listed(`
      hiking tour*, bergtour*, bergwandeling*, fjelltur*
    `),
    rules: {
      AT: never('Gewerbeordnung 1994 § 108 (Fremdenführer); mountain guide law of each state'),
      CH: confirm('Risikoaktivitätengesetz Art. 3'),
      US: confirm('Tour guide rules of each city'),
    },
  },
  {
    id: 'travel-packages',
    name: { en: 'Arranging travel', de: 'Reisevermittlung', nl: 'Reizen organiseren', nb: 'Reisearrangement' },
    words: listed(`
      travel booking service*, package holiday*, travel package*, organised trip*, organized trip*,
      reisevermittlung*, pauschalreise*, gruppenreise*, pakketreis*, groepsreis*, reizen boeken, pakkereise*,
      gruppereise*, reisebestilling*
      travel agency, book your trip, book your holiday, group trip*
      reisebüro*, rundreise*, reisebuchung*
      reisbureau*, rondreis*, reizen op maat
      reisebyrå*, bestille reise*
    `),
    asks: listed(`
      trip planning, travel planning, reiseplanung*, reisplanning, reiseplanlegging
    `),
    rules: {
      DE: confirm('Bürgerliches Gesetzbuch § 651r: insolvency protection', german('bgb/__651r')),
      AT: never('Gewerbeordnung 1994 §§ 126, 127 (Reisebüros)'),
      CH: confirm('Pauschalreisegesetz Art. 18'),
      NL: confirm('Burgerlijk Wetboek Boek 7, art. 512'),
      NO: confirm('Pakkereiseloven; Reisegarantifondet'),
      GB: confirm('Package Travel and Linked Travel Arrangements Regulations 2018', british('uksi/2018/634')),
      US: confirm('Seller of travel act of some states'),
    },
  },
  {
    id: 'sexual-services',
    name: {
      en: 'Sexual services',
      de: 'Sexuelle Dienstleistungen',
      nl: 'Seksuele diensten',
      nb: 'Seksuelle tjenester',
    },
    words: listed(`
      escort service*, escort date*, erotic massage*, sexual service*, sex work, erotikmassage*, erotische massage*,
      escortservice*, prostitution, sexuelle dienstleistung*, sekswerk, seksuele dienst*, prostitutie,
      erotisk massasje, seksuelle tjenester, eskortetjeneste*, prostitusjon
      sexting, sex chat, cam sex, camsex, tantra massage*, tantramassage*, nudes
      nacktfoto*, nacktbilder
      naaktfoto*, seksdate*
      nakenbilder, sexprat, tantramassasje*
    `),
    asks: listed(`
      escort, eskorte, tantra
    `),
    rules: {
      DE: never(`Prostituiertenschutzgesetz § 3; ${EVERYWHERE_SEXUAL}`, german('prostschg/__3')),
      AT: never(`Law of each state; ${EVERYWHERE_SEXUAL}`),
      CH: never(`Law of each canton; ${EVERYWHERE_SEXUAL}`),
      NL: never(`Municipal by-laws (APV); ${EVERYWHERE_SEXUAL}`),
      NO: never(`Straffeloven §§ 315, 316; ${EVERYWHERE_SEXUAL}`),
      GB: never(`Sexual Offences Act 2003 ss. 52, 53; ${EVERYWHERE_SEXUAL}`, british('ukpga/2003/42/section/53')),
      US: never(`Law of each state; ${EVERYWHERE_SEXUAL}`),
    },
  },
];
