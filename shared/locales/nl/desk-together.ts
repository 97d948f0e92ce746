import type { Catalogue } from '../catalogue.ts';
import type { deskTogether as english } from '../en/desk-together.ts';

export const deskTogether: Catalogue<typeof english> = {
  refused: {
    more_one: 'Nog {{count}} ging niet door. In de lijst staat er een ! bij.',
    more_other: 'Nog {{count}} gingen niet door. In de lijst staat er een ! bij.',
  },
  taking: {
    shortOther: '{{by}} boekt hem',
    shortYou: 'Je boekt hem',
    other: '{{by}} boekt deze tijd nu voor {{name}}',
    you: 'Je boekt deze tijd nu voor {{name}}',
    text: 'Over {{seconds}} s is hij weg, tenzij het wordt teruggedraaid. Wacht, of bied andere tijden aan.',
    details:
      'Tot dat weg is of is teruggedraaid, wordt niemand anders op die tijd geboekt. Gaat het door, dan krijgt deze kijker de dichtstbijzijnde vrije tijden aangeboden.',
  },
  contactHidden: 'Voor jou niet zichtbaar',
  chat: {
    new_one: '{{count}} nieuwe, naar het nieuwste',
    new_other: '{{count}} nieuwe, naar het nieuwste',
    gone: 'Ingetrokken door het platform.',
    onStage: 'Op het podium',
  },
  air: {
    askQuestion: 'Van {{by}} staat nog {{seconds}} s een vraag op het podium. Vervangen?',
    askComment: 'Van {{by}} staat nog {{seconds}} s een reactie op het podium. Vervangen?',
    replace: 'Vervangen',
    replacedQuestion: '{{by}} heeft iets anders op het podium gezet. Jouw vraag van {{name}} staat er niet meer.',
    replacedComment: '{{by}} heeft iets anders op het podium gezet. Jouw reactie van {{name}} staat er niet meer.',
    noStage: 'Er is geen podiumpagina open, dus niemand ziet het. Open het podium in OBS.',
  },
  bulk: {
    single: '“{{act}}” kan maar bij één aanvraag tegelijk, dus er is niets gebeurd. Stop eerst met markeren met Esc.',
    noLabel:
      'Er is nog geen label, dus er is niets gebeurd. Stop met markeren met Esc, druk bij een aanvraag op L en typ een naam: zo maak je het eerste.',
    marked_one: '{{act}}: de gemarkeerde',
    marked_other: '{{act}}: alle {{count}} gemarkeerde',
    reply_one: '{{count}} aanvraag beantwoorden',
    reply_other: '{{count}} aanvragen beantwoorden',
    replies: '{{count}} antwoorden vertrekken over {{seconds}} s',
    saidReplies: '{{count}} antwoorden vertrekken over tien seconden. Met de toets U draai je alles terug.',
  },
};
