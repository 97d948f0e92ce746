import { type Activity, british, confirm, german, germanLaw, listed, never } from './activity.ts';

/** Looks: under the skin and on it. */
export const BODY: ReadonlyArray<Activity> = [
  {
    id: 'cosmetic-medicine',
    name: {
      en: 'Injections and laser on the skin',
      de: 'Injektionen und Laser an der Haut',
      nl: 'Injecties en laser op de huid',
      nb: 'Injeksjoner og laser på huden',
    },
    words: listed(`
      botox, dermal filler*, lip filler*, lip injection*, filler injection*, laser hair removal, tattoo removal,
      hyaluronic injection*, hyaluronunterspritzung*, hyaluron pen, faltenunterspritzung*, lippenunterspritzung*,
      laser haarentfernung, laserhaarentfernung, tattooentfernung*, lipfiller*, laserontharing, laseren,
      tatoeage verwijderen, tattoo verwijderen, leppefiller*, hårfjerning med laser, laserhårfjerning,
      tatoveringsfjerning
      botulinum*, anti wrinkle injection*, wrinkle injection*, lip augmentation*, fat dissolving injection*,
      laser tattoo removal
      lippen aufspritzen, faltenbehandlung*, fettwegspritze*, hyaluronspritze*, haarentfernung mit laser
      lippen opspuiten, lippen vullen, rimpels opvullen, rimpelbehandeling*, hyaluronzuur injectie*
      leppeforstørrelse*, rynkebehandling*, restylane
    `),
    asks: listed(`
      fillers, hyaluron, microneedling, mikroneedling, chemical peel*, laser treatment*, laserbehandlung*,
      laserbehandeling*, laserbehandling*, hydrafacial*
    `),
    rules: {
      DE: never('Heilpraktikergesetz § 1; NiSV §§ 5 to 12', germanLaw('nisv')),
      AT: never('Ärztegesetz 1998; Bundesgesetz über ästhetische Operationen'),
      CH: never('V-NISSG Art. 5 to 9; health law of each canton'),
      NL: never('Wet BIG, art. 35, 36'),
      NO: never('Helsepersonelloven; Lov om kosmetiske inngrep'),
      GB: confirm(
        'Human Medicines Regulations 2012; Health and Care Act 2022 s. 180',
        british('ukpga/2022/31/section/180'),
      ),
      US: never('Medical practice act of each state'),
    },
  },
  {
    id: 'tattooing',
    name: {
      en: 'Tattooing and piercing',
      de: 'Tätowieren und Piercen',
      nl: 'Tatoeëren en piercen',
      nb: 'Tatovering og piercing',
    },
    teachable: true,
    words: listed(`
      tattoo appointment*, tattoo session*, get tattooed, tattooing, body piercing, ear piercing,
      piercing appointment*, permanent make up, permanent makeup, microblading, tattoo termin*, tattootermin*,
      tätowierung*, tätowieren, piercing stechen, piercingtermin*, tattoo zetten, tatoeage zetten, tatoeëren,
      piercing zetten, tatovering, tatovere, piercingtime*
      fine line tattoo*, small tattoo*, custom tattoo*, nose piercing
      tattoo stechen, tattoos stechen, ohrlöcher stechen, ohrlochstechen
      tattoo laten zetten, tattooafspraak*, oorgaatjes
      tatoveringstime*, ta hull i
    `),
    asks: listed(`
      tattoo, tattoos, tattoo studio*, piercing, piercings, tätowier*, tattoostudio*, tatoeage, tatoeages, tatover*
    `),
    rules: {
      AT: never('Gewerbeordnung 1994 § 94 Z 42, § 109 (Kosmetik, Piercen, Tätowieren)'),
      CH: confirm('Health law of each canton; HKV (SR 817.023.41)'),
      NL: never('Warenwetbesluit tatoeëren en piercen, art. 3: vergunning'),
      NO: confirm('Forskrift om hygienekrav for frisør-, hudpleie-, tatoverings- og hulltakingsvirksomhet'),
      GB: never('Local Government (Miscellaneous Provisions) Act 1982 s. 15', british('ukpga/1982/30/section/15')),
      US: confirm('Body art rules of each state and county'),
    },
  },
  {
    id: 'massage',
    name: { en: 'Massage', de: 'Massage', nl: 'Massage', nb: 'Massasje' },
    teachable: true,
    words: listed(`
      *massage, *massages, massage therap*, massage appointment*, deep tissue, shiatsu
      *massagen, massagetermin*, massagetherapie*
      massageafspraak*, massagebehandeling*
      *massasje, *massasjer, massasjetime*, massasjebehandling*, massasjeterapi*
    `),
    rules: {
      DE: confirm('Heilpraktikergesetz § 1: for the ill only with a licence', german('heilprg/__1')),
      AT: never('Gewerbeordnung 1994 § 94 Z 48 (Massage)'),
      CH: confirm('Health law of each canton: medical massage'),
      NO: confirm('Lov om alternativ behandling av sykdom mv. §§ 5 to 7'),
      GB: confirm('London Local Authorities Act 1991 Part II; by-laws elsewhere', british('ukla/1991/13')),
      US: confirm('Massage therapy act of most states'),
    },
  },
  {
    id: 'hair-and-beauty',
    name: {
      en: 'Hairdressing and beauty care',
      de: 'Friseur und Kosmetik',
      nl: 'Kappen en schoonheidsverzorging',
      nb: 'Frisør og hudpleie',
    },
    teachable: true,
    words: listed(`
      hairdress*, haircut*, barbering, hair cutting, manicure*, pedicure*, facial treatment*, gel nails,
      lash extension*, haarschnitt*, haare schneiden, friseurtermin*, kosmetikbehandlung*, gesichtsbehandlung*,
      maniküre*, pediküre*, fußpflege*, gelnägel, wimpernverlängerung*, haar knippen, haren knippen, knipbeurt*,
      kappersafspraak*, schoonheidsbehandeling*, gezichtsbehandeling*, gelnagels, wimperextension*, hårklipp*,
      frisørtime*, hudpleiebehandling*, ansiktsbehandling*, manikyr, pedikyr, vippeextension*
      hair cut, hair cuts, barber appointment*, hair appointment*, hair extension*, eyelash extension*, lash lift*,
      brow lamination, nail appointment*, nail design, acrylic nails, waxing, facials
      haarverlängerung*, haare färben, haarfärbung*, wimpernlifting*, augenbrauenlifting*, nageldesign*,
      nagelmodellage*, kosmetiktermin*
      haren verven, haarverlenging*, wimperlift*, nagelstyling*, acrylnagels, schoonheidsspecialist*
      hårforlengelse*, hårfarging*, gelenegler, negledesign*, vippeløft*, voksing
    `),
    asks: listed(`
      hairstyling, hair styling, haarstyling, hårstyling, beauty treatment*, beautybehandlung*
    `),
    rules: {
      DE: confirm('Handwerksordnung § 1 and Anlage A Nr. 38 (Friseure)', german('hwo/anlage_a')),
      AT: never('Gewerbeordnung 1994 § 94 Z 22 (Friseur), Z 42 (Kosmetik)'),
      US: never('Cosmetology and barber act of each state'),
    },
  },
];
