import { type Activity, british, confirm, german, listed, never } from './activity.ts';

/** Goods and games that not everybody may sell. */
export const GOODS: ReadonlyArray<Activity> = [
  {
    id: 'gambling',
    name: {
      en: 'Gambling and betting',
      de: 'Glücksspiel und Wetten',
      nl: 'Kansspelen en weddenschappen',
      nb: 'Pengespill og veddemål',
    },
    words: listed(`
      betting tip*, betting advice, sports betting, online casino*, casino tips, gambling, lottery ticket*,
      raffle ticket*, glücksspiel*, sportwette*, wetttipp*, onlinecasino*, lotterielos*, losverkauf, gokken,
      goktips, kansspel*, sportweddenschap*, loten verkopen, pengespill*, oddstips, veddemål, lotterisalg, loddsalg
      sell raffle tickets
      wett tipp*, verlosung gegen*
      loterij*, gokspel*
      bettingtips, tippetips, lotterier
    `),
    asks: listed(`
      betting, raffle, raffles, lottery, casino, casinos, lotto, gewinnspiel*, verlosung*, tombola, lotteri
    `),
    rules: {
      DE: never('Glücksspielstaatsvertrag 2021 § 4'),
      AT: never('Glücksspielgesetz §§ 3, 52'),
      CH: never('Geldspielgesetz (BGS) Art. 4'),
      NL: never('Wet op de kansspelen, art. 1'),
      NO: never('Pengespilloven § 4'),
      GB: never('Gambling Act 2005 s. 33', british('ukpga/2005/19/section/33')),
      US: never('31 USC 5363; gambling law of each state'),
    },
  },
  {
    id: 'weapons',
    name: {
      en: 'Weapons and explosives',
      de: 'Waffen und Sprengstoff',
      nl: 'Wapens en explosieven',
      nb: 'Våpen og eksplosiver',
    },
    words: listed(`
      firearm*, ammunition, gun sale*, guns for sale, weapons for sale, explosives, fireworks, schusswaffe*,
      waffenverkauf, waffenhandel, sprengstoff*, feuerwerk, feuerwerkskörper, vuurwapen*, wapenverkoop, munitie,
      vuurwerk, skytevåpen, våpensalg, ammunisjon, fyrverkeri
      sell guns, sell ammunition
      pyrotechnik*, waffenhändler*
      pyrotechniek, wapenhandel*
      våpenhandel*
    `),
    asks: listed(`
      pistols, rifles, munition, weapons, waffen, wapens, våpen
    `),
    rules: {
      DE: never('Waffengesetz § 21; Sprengstoffgesetz § 7', german('waffg_2002/__21')),
      AT: never('Waffengesetz 1996; Gewerbeordnung 1994 § 139'),
      CH: never('Waffengesetz (WG) Art. 17'),
      NL: never('Wet wapens en munitie, art. 9'),
      NO: never('Våpenlova § 14'),
      GB: never('Firearms Act 1968 s. 3', british('ukpga/1968/27/section/3')),
      US: never('18 USC 923'),
    },
  },
  {
    id: 'medicines',
    name: {
      en: 'Medicines and drugs',
      de: 'Arzneimittel und Drogen',
      nl: 'Geneesmiddelen en drugs',
      nb: 'Legemidler og narkotika',
    },
    words: listed(`
      medicines for sale, prescription medicine*, prescription drug*, cannabis, cbd oil, weight loss injection*,
      arzneimittel*, medikamentenverkauf, cbd öl, abnehmspritze*, geneesmiddel*, medicijnen kopen, cbd olie, wiet,
      afslankinjectie*, legemid*, medisinsalg, cbd olje, slankesprøyte*
      marijuana, ozempic, wegovy, mounjaro, semaglutid*, steroids, buy medicine*
      marihuana, medikamente verkaufen, anabolika
      hasj, anabolen, medicijnen verkopen
      anabole steroider, selge medisin*
    `),
    asks: listed(`
      cbd, medicines, medikamente, medicijnen, medisiner
    `),
    rules: {
      DE: never('Arzneimittelgesetz § 43; Betäubungsmittelgesetz § 3', german('amg_1976/__43')),
      AT: never('Arzneimittelgesetz § 59; Suchtmittelgesetz'),
      CH: never('Heilmittelgesetz (HMG) Art. 23 to 27, 30'),
      NL: never('Geneesmiddelenwet, art. 61; Opiumwet, art. 3'),
      NO: never('Apotekloven; Legemiddelloven § 16'),
      GB: never('Human Medicines Regulations 2012 reg. 220', british('uksi/2012/1916/regulation/220')),
      US: never('21 USC 353, 841; pharmacy act of each state'),
    },
  },
  {
    id: 'alcohol-and-tobacco',
    name: { en: 'Alcohol and tobacco', de: 'Alkohol und Tabak', nl: 'Alcohol en tabak', nb: 'Alkohol og tobakk' },
    words: listed(`
      alcohol sale*, wine sale*, spirits for sale, vape, vapes, e cigarette*, tobacco, alkoholverkauf, weinverkauf,
      tabakwaren, e zigarette*, einweg vape*, alcoholverkoop, wijnverkoop, slijterij, tabakswaren, e sigaret*,
      alkoholsalg, vinsalg, tobakk, e sigarett*
      cigarette*, vaping, e liquid*, shisha, whisky sale*, whiskey sale*
      zigaretten, wein kaufen, schnaps, tabak
      sigaretten, wijn kopen, sterke drank
      sigaretter, snus, selge alkohol
    `),
    asks: listed(`
      wine tasting*, weinprobe*, wijnproeverij*, vinsmaking*, whisky tasting*
    `),
    rules: {
      DE: confirm('Gaststättengesetz § 2; Jugendschutzgesetz §§ 9, 10', german('gastg/__2')),
      AT: confirm('Gewerbeordnung 1994 § 111; Tabakmonopolgesetz 1996'),
      CH: confirm('Alkoholgesetz Art. 39a; law of each canton'),
      NL: never('Alcoholwet, art. 3; Tabaks- en rookwarenwet'),
      NO: never('Alkoholloven § 3-1; Tobakksskadeloven § 5'),
      GB: never('Licensing Act 2003 s. 136', british('ukpga/2003/17/section/136')),
      US: never('27 USC 203; alcohol and tobacco law of each state'),
    },
  },
];
