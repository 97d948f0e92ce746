import type { Catalogue } from '../catalogue.ts';
import type { deskTogether as english } from '../en/desk-together.ts';

export const deskTogether: Catalogue<typeof english> = {
  refused: {
    more_one: '{{count}} til gikk ikke gjennom. Den har et ! i listen.',
    more_other: '{{count}} til gikk ikke gjennom. De har et ! i listen.',
  },
  taking: {
    shortOther: '{{by}} booker den',
    shortYou: 'Du booker den',
    other: '{{by}} booker denne tiden for {{name}}',
    you: 'Du booker denne tiden for {{name}}',
    text: 'Den er borte om {{seconds}} s, hvis det ikke angres. Vent, eller tilby andre tider.',
    details:
      'Til det har gått ut eller er angret, bookes ingen andre på den tiden. Går det gjennom, får denne seeren tilbud om de nærmeste ledige tidene.',
  },
  contactHidden: 'Vises ikke for deg',
  chat: {
    new_one: '{{count}} ny, til den nyeste',
    new_other: '{{count}} nye, til den nyeste',
    gone: 'Trukket tilbake av plattformen.',
    onStage: 'På scenen',
  },
  air: {
    askQuestion: '{{by}} har et spørsmål på scenen i {{seconds}} s til. Erstatte det?',
    askComment: '{{by}} har en kommentar på scenen i {{seconds}} s til. Erstatte den?',
    replace: 'Erstatt',
    replacedQuestion: '{{by}} satte noe annet på scenen. Spørsmålet ditt fra {{name}} er ikke der lenger.',
    replacedComment: '{{by}} satte noe annet på scenen. Kommentaren din fra {{name}} er ikke der lenger.',
    noStage: 'Ingen sceneside er åpen, så ingen ser det. Åpne scenen i OBS.',
  },
  bulk: {
    single: '«{{act}}» gjelder én forespørsel om gangen, så ingenting ble gjort. Slutt å merke med Esc først.',
    noLabel:
      'Det finnes ingen etikett ennå, så ingenting ble gjort. Slutt å merke med Esc, trykk L på en forespørsel og skriv et navn: slik lager du den første.',
    marked_one: '{{act}}: den som er merket',
    marked_other: '{{act}}: alle {{count}} som er merket',
    reply_one: 'Svar på {{count}} forespørsel',
    reply_other: 'Svar på {{count}} forespørsler',
    replies: '{{count}} svar går ut om {{seconds}} s',
    saidReplies: '{{count}} svar går ut om ti sekunder. Trykk U for å angre alt.',
  },
};
