import { type Activity, british, confirm, german, listed, never } from './activity.ts';

/** Crafts, and safety of others. */
export const TRADES: ReadonlyArray<Activity> = [
  {
    id: 'electrical-work',
    name: {
      en: 'Electrical installation',
      de: 'Elektroinstallation',
      nl: 'Elektrische installatie',
      nb: 'Elektroinstallasjon',
    },
    teachable: true,
    words: listed(`
      electrical installation*, electrical work, electrical repair*, rewiring, rewire your, install sockets,
      wallbox installation*, elektroinstallation*, elektroarbeit*, steckdosen setzen, wallbox montage,
      stromanschluss, elektrische installatie*, elektra aanleggen, stopcontacten plaatsen, groepenkast*,
      laadpaal plaatsen, elektroinstallasjon*, elektrisk installasjon, elektrisk arbeid, montere stikkontakt*
      electrician service*, solar panel installation*, install lights, install your lights
      elektrikerarbeit*, lampen anschließen, lampe anschließen, herd anschließen, solarmontage,
      photovoltaik montage, solaranlagen montieren
      zonnepanelen plaatsen, zonnepanelen leggen, lampen aansluiten, elektricien aan huis
      elektrikerarbeid*, elektrikerhjelp, montere elbillader*, montere lamper, montere solceller
    `),
    asks: listed(`
      wiring, steckdosen, stopcontacten, stikkontakter
    `),
    rules: {
      DE: never(
        'Handwerksordnung § 1 and Anlage A Nr. 25; Niederspannungsanschlussverordnung § 13',
        german('hwo/anlage_a'),
      ),
      AT: never('Gewerbeordnung 1994 § 94 Z 16, § 106'),
      CH: never('Niederspannungs-Installationsverordnung (NIV) Art. 6'),
      NO: never('El-tilsynsloven; Forskrift om elektroforetak § 3'),
      GB: confirm('Building Regulations 2010, Part P', british('uksi/2010/2214')),
      US: never('Electrical licensing act of each state or city'),
    },
  },
  {
    id: 'gas-and-plumbing',
    name: {
      en: 'Gas, heating and plumbing',
      de: 'Gas, Heizung und Sanitär',
      nl: 'Gas, verwarming en loodgieterswerk',
      nb: 'Gass, varme og rørlegging',
    },
    teachable: true,
    words: listed(`
      plumbing, gas boiler*, boiler installation*, heating installation*, gas installation*, gasinstallation*,
      heizungsinstallation*, heizungsbau*, sanitärinstallation*, rohrverlegung, loodgieterswerk*, cv ketel*,
      gasinstallatie*, leidingwerk, rørleggerarbeid*, rørlegging, gassinstallasjon*
      plumber service*, boiler service*, boiler repair*, heat pump installation*
      klempnerarbeit*, heizungswartung*, heizungsreparatur*, sanitärarbeit*, rohrreinigung*, wärmepumpe einbauen
      loodgieter aan huis, ketelonderhoud, verwarming repareren, warmtepomp installeren
      rørleggertjeneste*, rørleggerhjelp, montere varmepumpe*
    `),
    asks: listed(`
      heizung, wasserhahn, lekkende kraan, varmepumpe*
    `),
    rules: {
      DE: never('Handwerksordnung § 1 and Anlage A Nr. 24', german('hwo/anlage_a')),
      AT: never('Gewerbeordnung 1994 § 94 Z 25, Z 31'),
      CH: confirm('Gas and water rules of each community'),
      NL: never('Besluit bouwwerken leefomgeving, afd. 3.7: certificering gasverbrandingsinstallaties'),
      NO: confirm('Forskrift om håndtering av farlig stoff § 7: gass'),
      GB: never('Gas Safety (Installation and Use) Regulations 1998 reg. 3', british('uksi/1998/2451/regulation/3')),
      US: never('Plumbing and gas licensing act of each state or city'),
    },
  },
  {
    id: 'building-trades',
    name: {
      en: 'Building, roofing and carpentry',
      de: 'Bau, Dach und Zimmerei',
      nl: 'Bouw, dak en timmerwerk',
      nb: 'Bygg, tak og tømring',
    },
    teachable: true,
    words: listed(`
      roofing, roof repair*, bricklaying, house extension*, chimney sweep*, dacharbeiten, dachreparatur*,
      dachdeckerarbeit*, maurerarbeit*, mauerwerk erstellen, zimmererarbeit*, schornsteinreinigung, dakreparatie*,
      dakdekkerswerk, metselwerk, metselen, aanbouw, taktekking, takreparasjon*, murerarbeid*, tømrerarbeid*,
      feiing av pipe
      bathroom renovation*, bathroom remodel*, kitchen remodel*, tiling work, home renovation*, house renovation*, carpentry
      badezimmer fliesen, bad fliesen, fliesen legen, malerarbeit*, wände streichen
      badkamer betegelen, malerarbeid*
      dachsanierung*, badsanierung*, badrenovierung*, rohbau
      badkamerrenovatie*, badkamer renoveren, huis verbouwen, dakwerk*, timmerwerk*
      baderomsoppussing, pusse opp bad, snekkerarbeid*, tømring
    `),
    asks: listed(`
      hausbau, renovierung*, verbouwing*, oppussing*, tegels leggen, schilderwerk, legge fliser
    `),
    rules: {
      DE: confirm('Handwerksordnung § 1 and Anlage A', german('hwo/anlage_a')),
      AT: never('Gewerbeordnung 1994 § 94 (Baumeister, Dachdecker, Holzbau-Meister, Rauchfangkehrer)'),
      NO: confirm('Plan- og bygningsloven § 23-3: ansvarsrett'),
      US: confirm('Contractor licensing act of each state'),
    },
  },
  {
    id: 'security',
    name: {
      en: 'Guarding and investigation',
      de: 'Bewachung und Detektive',
      nl: 'Beveiliging en recherche',
      nb: 'Vakthold og etterforskning',
    },
    teachable: true,
    words: listed(`
      security guard service*, guard service*, bodyguard, bodyguard service*, personal protection service*,
      private investigat*, private detective, bewachungsdienst*, wachdienst*, personenschutz, türsteherdienst*,
      detektei, privatdetektiv*, detektivarbeit, beveiligingsdienst*, persoonsbeveiliging, recherchebureau,
      privédetective, vakthold, vakttjeneste*, livvakt*, privatetterforsk*
      security guard*, event security, bouncer*
      sicherheitsdienst*, türsteher*, objektschutz, veranstaltungsschutz, detektivarbeit*
      evenementenbeveiliging, beveiliger*
      vektertjeneste*, ordensvakt*, dørvakt*
    `),
    rules: {
      DE: never('Gewerbeordnung § 34a', german('gewo/__34a')),
      AT: never('Gewerbeordnung 1994 §§ 129, 130'),
      CH: never('Concordat and law of each canton'),
      NL: never('Wet particuliere beveiligingsorganisaties en recherchebureaus, art. 2'),
      NO: never('Vaktvirksomhetsloven § 2'),
      GB: never('Private Security Industry Act 2001 s. 3', british('ukpga/2001/12/section/3')),
      US: never('Private security act of each state'),
    },
  },
  {
    id: 'planning',
    name: {
      en: 'Architecture and structural design',
      de: 'Architektur und Tragwerksplanung',
      nl: 'Architectuur en constructieberekening',
      nb: 'Arkitektur og statikk',
    },
    teachable: true,
    words: listed(`
      architectural plan*, building permit plan*, planning permission drawing*, structural calculation*,
      structural survey*
      bauantrag*, bauvorlage*, architektenleistung*, statische berechnung*, statik berechnen, tragwerksplanung*
      bouwtekening*, constructieberekening*, bouwvergunning aanvragen, omgevingsvergunning aanvragen
      byggesøknad*, byggesøknader, byggetegning*, statiske beregninger, arkitekttegning*
    `),
    asks: listed(`
      architect, architectural drawing*, structural engineering, architekt, architektin, architectenadvies, arkitekt,
      baupläne, bauplan, house plans, bouwplannen
    `),
    rules: {
      DE: confirm('Architects’ and building law of each Land: Bauvorlageberechtigung'),
      AT: never('Gewerbeordnung 1994 § 99 (Baumeister); Ziviltechnikergesetz 2019'),
      CH: confirm('Building law of each canton'),
      NL: confirm('Wet op de architectentitel, art. 23'),
      NO: confirm('Plan- og bygningsloven § 23-3: ansvarsrett'),
      GB: confirm('Architects Act 1997 s. 20: the title', british('ukpga/1997/22/section/20')),
      US: never('Architecture and engineering practice acts of each state'),
    },
  },
];
