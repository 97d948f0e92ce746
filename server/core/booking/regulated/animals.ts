import { type Activity, british, confirm, german, listed, never } from './activity.ts';

/** Animals of others. */
export const ANIMALS: ReadonlyArray<Activity> = [
  {
    id: 'veterinary',
    name: {
      en: 'Treating animals',
      de: 'Tierärztliche Behandlung',
      nl: 'Diergeneeskundige behandeling',
      nb: 'Veterinærbehandling',
    },
    words: listed(`
      veterinary advice, veterinary treatment*, veterinary consult*, vet consult*, vet appointment*, vet advice,
      online vet, ask a vet, ask the vet, vaccinate your dog, vaccinate your pet, dog castration
      tierärztliche behandlung*, tierärztliche beratung*, tierarzttermin*, tierarztberatung*, tierarzt online,
      online tierarzt, frag den tierarzt, impfung für hunde
      dierenarts consult*, dierenartsconsult*, dierenartsafspraak*, online dierenarts, vraag de dierenarts,
      diergeneeskundig*
      veterinærtime*, veterinærkonsultasjon*, veterinærråd*, spør veterinæren, dyrlegetime*, dyrlegeråd*
    `),
    asks: listed(`
      animal healing, animal physio*, dog physio*, horse physio*, animal osteopath*, tierheilkunde*, tierphysio*,
      hundephysio*, pferdeosteopath*, tierheilpraktik*, dierfysio*, dierenosteopath*, hestefysio*, hundefysio*
    `),
    rules: {
      DE: never('Bundes-Tierärzteordnung § 2'),
      AT: never('Tierärztegesetz 2021: activities of veterinarians alone'),
      CH: never('Medizinalberufegesetz (MedBG) Art. 34'),
      NL: never('Wet dieren, art. 4.1'),
      NO: never('Dyrehelsepersonelloven'),
      GB: never('Veterinary Surgeons Act 1966 s. 19', british('ukpga/1966/36/section/19')),
      US: never('Veterinary practice act of each state'),
    },
  },
  {
    id: 'dog-training',
    name: { en: 'Training dogs', de: 'Hundetraining', nl: 'Hondentraining', nb: 'Hundetrening' },
    words: listed(`
      dog training, dog trainer, dog school, puppy training, puppy class*, puppy school, train your dog, train your puppy,
      dog obedience
      hundetraining*, hundeschule*, hundetrainer*, hundeerziehung*, welpenkurs*, welpenschule*, welpentraining*,
      welpenerziehung, hund erziehen
      hondentraining*, hondenschool*, hondentrainer*, puppytraining*, puppycursus*, gehoorzaamheidstraining*
      hundetrening*, hundeskole*, hundekurs*, valpekurs*, valpetrening*, hundetrener*
    `),
    rules: {
      // Whether words alone, with no dog there, need the permit too is not settled.
      DE: confirm(
        'Tierschutzgesetz § 11 Abs. 1 Satz 1 Nr. 8 f: for others, and guiding their owners',
        german('tierschg/__11'),
      ),
    },
  },
  {
    id: 'animal-keeping',
    name: {
      en: 'Boarding, breeding and selling animals',
      de: 'Tierpension, Zucht und Verkauf von Tieren',
      nl: 'Dierenpension, fokken en verkopen van dieren',
      nb: 'Dyrepensjonat, oppdrett og salg av dyr',
    },
    words: listed(`
      dog boarding, cat boarding, home boarding, kennels, dog kennel*, dog day care, dog daycare, doggy daycare,
      puppies for sale, kittens for sale, dog breeder*, dog breeding, cat breeder*, cat breeding
      hundepension*, tierpension*, katzenpension*, hundetagesstätte*, hundezucht, katzenzucht, welpen abzugeben,
      welpen zu verkaufen, welpenverkauf
      dierenpension*, hondenpension*, kattenpension*, hondenopvang, hondendagopvang, hondenfokker*, puppy s te koop,
      pups te koop
      dyrepensjonat*, hundepensjonat*, kattepensjonat*, hundebarnehage*, hundeoppdrett*, valper til salgs
    `),
    asks: listed(`
      dog sitting, pet sitting, hundesitting, hundebetreuung*, hondenoppas*, hundepass*, hundeluft*
    `),
    rules: {
      DE: confirm(
        'Tierschutzgesetz § 11 Abs. 1 Satz 1 Nr. 3, 8: kept or bred for others, as a business',
        german('tierschg/__11'),
      ),
      AT: confirm('Tierschutzgesetz § 31: keeping animals as a business'),
      CH: confirm('Tierschutzverordnung (TSchV) Art. 101: from a number of animals on'),
      NL: confirm('Besluit houders van dieren, § 3.2: bedrijfsmatig'),
      GB: confirm(
        'Animal Welfare (Licensing of Activities) (England) Regulations 2018',
        british('uksi/2018/486/schedule/1'),
      ),
      US: confirm('Animal Welfare Act, 7 USC 2133; kennel rules of each state'),
    },
  },
];
