import type { Catalogue } from '../catalogue.ts';
import type { deskTeam as english } from '../en/desk-team.ts';

export const deskTeam: Catalogue<typeof english> = {
  prepared: {
    title: 'Ferdige svar',
    insert: 'Sett inn et ferdig svar',
    found_one: '{{count}} ferdig svar. Velg med piltastene, Enter setter inn.',
    found_other: '{{count}} ferdige svar. Velg med piltastene, Enter setter inn.',
    inLanguage: 'på {{language}}',
    text: 'Skriv / i et svar og en del av navnet. Språket til seeren velges av seg selv.',
    variables:
      'Kan settes inn: {{names}}. Ord etter en strek står der når en forespørsel mangler det: {time|en tid som passer deg}',
    name: 'Kort navn',
    none: 'Ingen ennå. Skriv det første, så slipper alle å skrive det igjen.',
    noneFound: 'Ingen ferdige svar heter det.',
    add: 'Nytt ferdig svar',
    edit: 'Endre',
    editNamed: 'Endre «{{name}}»',
    save: 'Lagre',
    remove: 'Slett',
    removeAsk: 'Slette «{{name}}»?',
    keep: 'Behold',
    cancel: 'Avbryt',
    close: 'Lukk',
    unknown: '«{{name}}» kan ikke settes inn.',
    'no-fallback': 'Ikke alle forespørsler har «{{name}}»: Skriv ord som står i stedet, som {{example}}',
    loose: 'En klamme hører ikke til noe som kan settes inn.',
    taken: 'Et annet ferdig svar heter allerede det.',
    many: 'Det finnes alt 100 ferdige svar. Slett ett som ingen bruker.',
  },
  presence: {
    looking: '{{name}} ser på',
    typing: '{{name}} skriver',
    taken: '{{by}} tok over forespørselen fra {{name}}. Det du skrev, står der fortsatt.',
    open: 'Åpne',
    dismiss: 'Forstått',
  },
  undo: {
    reply: 'Svaret til {{name}} går ut om {{seconds}} s',
    decline: '{{name}} får avslag om {{seconds}} s',
    offer: 'Tider går til {{name}} om {{seconds}} s',
    accept: '{{name}} bookes om {{seconds}} s',
    saidReply: 'Svaret til {{name}} går ut om ti sekunder. U angrer.',
    saidDecline: '{{name}} får avslag om ti sekunder. U angrer.',
    saidOffer: 'Om ti sekunder går tider til {{name}}. U angrer.',
    saidAccept: '{{name}} bookes om ti sekunder. U angrer.',
    undo: 'Angre',
    other: '{{by}} har nettopp svart. Det går ut om {{seconds}} s, hvis det ikke angres.',
    choice: 'Ti sekunder å angre på',
    choiceHint:
      'Svar, tider, ja og nei går ut etter ti sekunder, også når siden er lukket. Bare for deg, på alle enhetene dine.',
  },
};
