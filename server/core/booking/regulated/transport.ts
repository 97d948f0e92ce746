import { type Activity, british, confirm, german, listed, never } from './activity.ts';

/** On the road and in the air. */
export const TRANSPORT: ReadonlyArray<Activity> = [
  {
    id: 'driving-lessons',
    name: { en: 'Driving lessons', de: 'Fahrunterricht', nl: 'Rijlessen', nb: 'Kjøreopplæring' },
    words: listed(`
      driving lesson*, driving instruction, driving school, fahrstunde*, fahrunterricht, fahrschule*, rijles,
      rijlessen, rijinstructie, rijschool, kjøretime*, kjøreopplæring, kjøreskole*
      driving instructor*, learn to drive, learn driving, driving course*
      fahrlehrer*, autofahren lernen, auto fahren lernen, motorradfahrstunde*
      autorijles*, leren autorijden, rijinstructeur*, motorrijles*
      lære å kjøre, lær å kjøre, trafikkskole*, kjørelærer*, kjøreundervisning
    `),
    asks: listed(`
      driving practice, driving theory, driving licence, driving license, führerschein*, rijbewijs*, førerkort*,
      øvelseskjøring*
    `),
    rules: {
      DE: never('Fahrlehrergesetz § 1', german('fahrlg_2018/__1')),
      AT: never('Kraftfahrgesetz 1967 §§ 108, 116'),
      CH: never('Fahrlehrerverordnung (FV) Art. 3'),
      NL: never('Wet rijonderricht motorrijtuigen 1993, art. 7'),
      NO: never('Vegtrafikkloven § 27; Trafikkopplæringsforskriften'),
      GB: never('Road Traffic Act 1988 s. 123', british('ukpga/1988/52/section/123')),
      US: never('Driving school rules of each state'),
    },
  },
  {
    id: 'passenger-transport',
    name: { en: 'Carrying passengers', de: 'Personenbeförderung', nl: 'Personenvervoer', nb: 'Persontransport' },
    words: listed(`
      taxi, taxi service*, taxi ride*, chauffeur service*, airport transfer*, shuttle service*, taxifahrt*,
      taxiservice, personenbeförderung*, fahrdienst*, krankenfahrt*, flughafentransfer*, shuttleservice*, taxirit*,
      taxivervoer, personenvervoer, luchthavenvervoer, taxitur*, persontransport, drosjetur*, flyplasstransport*
      airport ride*, airport pickup*, airport pick up*, private driver, limousine service*
      flughafenfahrt*, fahrservice*, chauffeurservice*, limousinenservice*
      ritten naar de luchthaven, vervoer naar schiphol, privéchauffeur*, chauffeursdienst*
      flyplasskjøring*, kjøring til flyplassen, privatsjåfør*, sjåførtjeneste*
    `),
    asks: listed(`
      chauffeur
    `),
    rules: {
      DE: never('Personenbeförderungsgesetz § 2', german('pbefg/__2')),
      AT: never('Gelegenheitsverkehrs-Gesetz 1996 § 2'),
      CH: never('Verordnung über die Zulassung als Strassentransportunternehmen; ARV 2'),
      NL: never('Wet personenvervoer 2000, art. 4, 76'),
      NO: never('Yrkestransportlova §§ 4, 9'),
      GB: never(
        'Town Police Clauses Act 1847; Local Government (Miscellaneous Provisions) Act 1976',
        british('ukpga/1976/57'),
      ),
      US: never('For-hire rules of each state and city'),
    },
  },
  {
    id: 'drones',
    name: {
      en: 'Commercial drone flights',
      de: 'Gewerbliche Drohnenflüge',
      nl: 'Commerciële dronevluchten',
      nb: 'Kommersiell droneflyging',
    },
    teachable: true,
    words: listed(`
      drone filming, drone footage, drone flight*, drone shoot*, aerial photo*, drohnenflug*, drohnenflüge*,
      drohnenaufnahme*, drohnenvideo*, luftaufnahme*, dronevlucht*, dronebeelden, dronevideo*, luchtfoto*,
      droneflyging, droneopptak, dronefilming, luftfoto*
      drone video*, drone photo*, aerial video*, aerial filming
      drohnenfoto*, drohnenfilm*
      dronefoto*, dronefilm*, luchtopname*
    `),
    asks: listed(`
      drone, drohne, drohnen
    `),
    rules: {
      DE: confirm('Regulation (EU) 2019/947: registration and competence'),
      AT: confirm('Regulation (EU) 2019/947: registration and competence'),
      CH: confirm('Regulation (EU) 2019/947, as taken over'),
      NL: confirm('Regulation (EU) 2019/947: registration and competence'),
      NO: confirm('Regulation (EU) 2019/947, as taken over'),
      GB: confirm('Air Navigation Order 2016; UK Regulation (EU) 2019/947', british('uksi/2016/765')),
      US: never('14 CFR part 107: remote pilot certificate'),
    },
  },
  {
    id: 'vehicle-repair',
    name: { en: 'Repairing vehicles', de: 'Kfz-Reparatur', nl: 'Autoreparatie', nb: 'Bilreparasjon' },
    teachable: true,
    words: listed(`
      car repair*, vehicle repair*, mobile mechanic, fix your car, repair your car, car mechanic service*
      kfz reparatur*, autoreparatur*, auto reparieren, autowerkstatt, kfz service
      auto repareren, autoreparatie*, autogarage, automonteur aan huis
      bilreparasjon*, reparere bilen, bilverksted*
    `),
    asks: listed(`
      brake repair*, brake replacement, engine repair*, bremsen wechseln, bremsenwechsel, remmen vervangen, bytte bremser,
      bremseskift, oil change*, ölwechsel, olie verversen, oljeskift, car tuning, chiptuning
    `),
    rules: {
      DE: confirm('Handwerksordnung § 1 and Anlage A Nr. 20: but for small work', german('hwo/anlage_a')),
      AT: never('Gewerbeordnung 1994 § 94 Z 43 (Kraftfahrzeugtechnik)'),
      NO: confirm('Vegtrafikkloven; Forskrift om kjøretøyverksteder'),
      US: confirm('Automotive repair acts of some states'),
    },
  },
];
