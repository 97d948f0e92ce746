import { type Activity, british, confirm, german, listed, never } from './activity.ts';

/** Healing the ill. */
export const HEALTH: ReadonlyArray<Activity> = [
  {
    id: 'medical-treatment',
    name: {
      en: 'Medical or dental treatment and diagnosis',
      de: 'Ärztliche oder zahnärztliche Behandlung und Diagnose',
      nl: 'Medische of tandheelkundige behandeling en diagnose',
      nb: 'Medisinsk eller odontologisk behandling og diagnose',
    },
    words: listed(`
      medical treatment*, medical consultation*, medical advice, medical diagnos*, online doctor,
      doctor s appointment*, doctor appointment*, write prescriptions, dental treatment*, dental consultation*,
      dentist appointment*, ärztliche behandlung*, ärztliche beratung*, ärztliche sprechstunde*, arzttermin*,
      arztsprechstunde*, online arzt, medizinische beratung*, medizinische diagnose*, medizinische behandlung*,
      zahnbehandlung*, zahnärztliche behandlung*, zahnarzttermin*, heilbehandlung*, rezept ausstellen,
      rezepte ausstellen, medisch consult, medisch advies, medische behandeling*, medische diagnose*,
      huisartsconsult*, online huisarts, tandartsbehandeling*, tandartsafspraak*, medisinsk rådgivning,
      medisinsk behandling, medisinsk diagnose*, legetime*, legekonsultasjon*, tannlegetime*, tannbehandling*
      ask a doctor, ask the doctor, talk to a doctor, doctor consultation*, medical opinion, medical check up*
      arztgespräch*, frag den arzt, ärztlicher rat, ärztliche zweitmeinung*, medizinischer rat, diagnose stellen
      vraag het de dokter, doktersadvies, doktersconsult*, doktersafspraak*
      spør legen, legeråd*, legesamtale*, legesjekk*, stille diagnose
    `),
    asks: listed(`
      teeth whitening, blood test*, zahnaufhellung*, bluttest*, tandenbleken, tanden bleken, bloedtest*,
      tannbleking*, blodprøve*
    `),
    rules: {
      DE: never('Bundesärzteordnung § 2; Heilpraktikergesetz § 1', german('b_o/__2')),
      AT: never('Ärztegesetz 1998 §§ 2, 3'),
      CH: never('Medizinalberufegesetz (MedBG) Art. 34'),
      NL: never('Wet op de beroepen in de individuele gezondheidszorg (Wet BIG), art. 3, 35, 36'),
      NO: never('Helsepersonelloven §§ 48, 74'),
      GB: never('Medical Act 1983 s. 49; Dentists Act 1984 s. 38', british('ukpga/1983/54/section/49')),
      US: never('Medical practice act of each state'),
    },
  },
  {
    id: 'psychotherapy',
    name: { en: 'Psychotherapy', de: 'Psychotherapie', nl: 'Psychotherapie', nb: 'Psykoterapi' },
    words: listed(`
      psychotherap*, psychological treatment*, trauma therapy, depression treatment, anxiety treatment,
      traumatherap*, psychologische behandlung*, behandlung von depression*, psychologische behandeling*,
      psykoterap*, psykologisk behandling, psykologtime*, traumebehandling*
      therapy for anxiety, therapy for depression, therapie bei angst*, therapie bei depression*
      psychologentermin*, psychologengespräch*, gesprek met psycholoog, psycholoog gesprek, psykolog time,
      psykolog på nett, talk therapy, online therapy, behavioural therapy, behavioral therapy, hypnotherap*, art therapy,
      psychologist appointment*, psychologist session*
      gesprächstherapie*, verhaltenstherapie*, hypnosetherapie*, therapiesitzung*, therapiestunde*
      gedragstherapie*, gesprekstherapie*, psychologische hulp, psychologisch consult*
      samtaleterapi*, kognitiv terapi, atferdsterapi*, terapitime*, psykologsamtale*, psykologhjelp
    `),
    asks: listed(`
      therapy session*, psychological counselling, psychological counseling, psychological advice, hypnosis,
      psychologische beratung*, hypnose*, therapiesessie*, psychologisch advies, psykologisk rådgivning,
      terapeutisk samtale*
    `),
    rules: {
      DE: never('Psychotherapeutengesetz § 1; Heilpraktikergesetz § 1', german('psychthg_2020/__1')),
      AT: never('Psychotherapiegesetz; Psychologengesetz 2013'),
      CH: never('Psychologieberufegesetz (PsyG) Art. 22'),
      NL: confirm('Wet BIG, art. 3, 17: protected titles'),
      NO: never('Helsepersonelloven §§ 48, 74: psykolog'),
      GB: confirm('Health Professions Order 2001 art. 39: protected titles', british('uksi/2002/254')),
      US: never('Licensing act for psychologists and counselors of each state'),
    },
  },
  {
    id: 'natural-healing',
    name: {
      en: 'Natural healing and alternative treatment of illness',
      de: 'Naturheilkunde und alternative Behandlung von Krankheiten',
      nl: 'Natuurgeneeskunde en alternatieve behandeling van ziekten',
      nb: 'Naturmedisin og alternativ behandling av sykdom',
    },
    words: listed(`
      naturopath*, natural healing, homeopath*, acupuncture, acupuncturist*, osteopath*, chiropract*,
      heilpraktikerbehandlung*, heilpraktikertermin*, naturheilkund*, naturheilbehandlung*, homöopath*, akupunktur*,
      geistheil*, chiroprakti*, natuurgeneesk*, acupunctuur*, chiropraxie, homeopathie, naturmedisin*, homøopati*,
      kiropraktor*, osteopati*
      healing of illness*
      alternatieve geneeswijze*
      alternativ behandling, kiropraktikk
    `),
    asks: listed(`
      reiki, energy healing, healing session*, ayurveda*, ayurvedi*, cupping, energieheilung*, schröpfen,
      energetische behandlung*, energetische behandeling*, healingtime*
    `),
    rules: {
      DE: never('Heilpraktikergesetz § 1', german('heilprg/__1')),
      AT: never('Strafgesetzbuch § 184 (Kurpfuscherei); Ärztegesetz 1998 § 3'),
      CH: confirm('Health law of each canton; Gesundheitsberufegesetz (GesBG)'),
      NL: confirm('Wet BIG, art. 34 to 36'),
      NO: confirm('Lov om alternativ behandling av sykdom mv. §§ 5 to 7'),
      GB: confirm('Osteopaths Act 1993 s. 32; Chiropractors Act 1994 s. 32', british('ukpga/1993/21/section/32')),
      US: never('Acupuncture, chiropractic and naturopathy acts of each state'),
    },
  },
  {
    id: 'physiotherapy',
    name: {
      en: 'Physiotherapy and other therapies of the body',
      de: 'Physiotherapie und andere Körpertherapien',
      nl: 'Fysiotherapie en andere lichamelijke therapieën',
      nb: 'Fysioterapi og andre kroppsterapier',
    },
    words: listed(`
      physiotherap*, physical therapy, occupational therapy, speech therapy, krankengymnastik, ergotherap*,
      logopädisch*, logopädie, heilmassage*, fysiotherap*, logopedie, logopedist*, fysioterap*, ergoterapi*,
      logopedbehandling*
      physio session*, physio appointment*, manual therapy, lymphatic drainage
      physiotermin*, manuelle therapie, lymphdrainage*, sprachtherapie*
      manuele therapie, lymfedrainage*, oefentherapie*
      fysiotime*, manuell terapi, lymfedrenasje*
    `),
    asks: listed(`
      physio, fysio, back pain, kinesiotap*, rückenschmerzen, rugpijn, ryggsmerter
    `),
    rules: {
      DE: never('Masseur- und Physiotherapeutengesetz § 1; Heilpraktikergesetz § 1', german('mphg/__1')),
      AT: never('MTD-Gesetz; Medizinischer Masseur- und Heilmasseurgesetz'),
      CH: never('Gesundheitsberufegesetz (GesBG) Art. 11'),
      NL: never('Wet BIG, art. 3, 34'),
      NO: never('Helsepersonelloven §§ 48, 74'),
      GB: confirm('Health Professions Order 2001 art. 39: protected titles', british('uksi/2002/254')),
      US: never('Physical therapy practice act of each state'),
    },
  },
  {
    id: 'nutrition',
    name: { en: 'Nutrition advice', de: 'Ernährungsberatung', nl: 'Voedingsadvies', nb: 'Kostholdsråd' },
    words: listed(`
      nutrition counselling, nutrition counseling, nutrition advice, nutritional advice, dietary advice, diet plan,
      diet plans, ernährungsberat*, diätberat*, ernährungsplan, ernährungspläne, voedingsadvies,
      dieetadvies, dieetplan, kostholdsveiled*, kostholdsråd*, ernæringsveiled*, diettplan
      nutrition coach*, nutrition consult*, nutrition plan*, nutrition program*, nutritional coach*,
      nutritional consult*, diet coach*, diet advice, diet consult*, meal plan*, weight loss coach*,
      weight loss plan*, weight loss program*, eating plan*
      ernährungscoach*, ernährungstrain*, ernährungsprogramm*, diätplan*, diätpläne*, diätcoach*, abnehmberat*,
      abnehmcoach*, abnehmplan*, abnehmprogramm*
      voedingscoach*, voedingsplan*, voedingsschema*, voedingsconsult*, dieetcoach*, dieetschema*, afvalcoach*,
      afslankcoach*, eetschema*
      kostholdscoach*, kostholdsplan*, kostholdsprogram*, ernæringscoach*, ernæringsråd*, ernæringsplan*,
      diettveiled*, slankekurs*, slankecoach*, vektcoach*, måltidsplan*
    `),
    asks: listed(`
      nutrition, diet, diets, weight loss, ernährung, diät, diäten, abnehmen, voeding, dieet, afvallen, ernæring,
      kosthold, diett, vektnedgang, gå ned i vekt
    `),
    rules: {
      DE: confirm('Heilpraktikergesetz § 1: for the ill only with a licence', german('heilprg/__1')),
      AT: never('Gewerbeordnung 1994 § 119 Abs. 1 (Ernährungsberatung)'),
      NL: confirm('Wet BIG, art. 34: diëtist'),
      NO: confirm('Helsepersonelloven § 48: klinisk ernæringsfysiolog'),
      GB: confirm('Health Professions Order 2001 art. 39: dietitian', british('uksi/2002/254')),
      US: confirm('Dietetics practice act of each state'),
    },
  },
  {
    id: 'eyes-and-ears',
    name: {
      en: 'Sight tests, glasses and hearing aids',
      de: 'Sehtest, Brillen und Hörgeräte',
      nl: 'Oogmeting, brillen en hoortoestellen',
      nb: 'Synstest, briller og høreapparat',
    },
    words: listed(`
      sight test*, fitting of glasses, contact lens fitting*, hearing aid fitting*
      sehtest*, augenmessung*, brillenanpassung*, kontaktlinsenanpassung*, hörgeräteanpassung*
      oogmeting*, contactlenzen aanmeten, hoortoestel aanmeten
      synstest*, synsprøve*, tilpasning av briller, linsetilpasning*, høreapparattilpasning*
    `),
    asks: listed(`
      eye test*, eye exam*, hearing test*, hörtest*, ogentest*, gehoortest*, hørselstest*
    `),
    rules: {
      DE: never('Handwerksordnung § 1 and Anlage A Nr. 33, 34', german('hwo/anlage_a')),
      AT: never('Gewerbeordnung 1994 § 94 (Augenoptik, Kontaktlinsenoptik, Hörgeräteakustik)'),
      CH: confirm('Gesundheitsberufegesetz (GesBG) Art. 11; law of each canton'),
      NL: confirm('Wet BIG, art. 34: optometrist'),
      NO: never('Helsepersonelloven § 48: optiker, audiograf'),
      GB: never('Opticians Act 1989 s. 24', british('ukpga/1989/44/section/24')),
      US: never('Optometry and hearing aid acts of each state'),
    },
  },
  {
    id: 'midwifery',
    name: { en: 'Midwifery', de: 'Geburtshilfe', nl: 'Verloskunde', nb: 'Jordmorhjelp' },
    words: listed(`
      midwife appointment*, midwife consultation*, home birth attendance, hebammensprechstunde*, hebammentermin*,
      hebammenbetreuung*, geburtshilfe, verloskundig consult*, verloskundige zorg, jordmortime*, jordmorkontroll*
    `),
    asks: listed(`
      birth preparation, antenatal class*, breastfeeding advice, geburtsvorbereitung*, stillberatung*,
      zwangerschapscursus*, borstvoedingsadvies, fødselsforberedelse*, ammeveiledning*, ammehjelp
    `),
    rules: {
      DE: never('Hebammengesetz § 4', german('hebg_2020/__4')),
      AT: never('Hebammengesetz §§ 2, 3'),
      CH: never('Gesundheitsberufegesetz (GesBG) Art. 11'),
      NL: never('Wet BIG, art. 3, 31'),
      NO: never('Helsepersonelloven §§ 48, 74: jordmor'),
      GB: never('Nursing and Midwifery Order 2001 art. 45', british('uksi/2002/253/article/45')),
      US: never('Midwifery and nursing acts of each state'),
    },
  },
];
