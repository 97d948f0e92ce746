import type { Catalogue } from '../catalogue.ts';
import type { mail as english } from '../en/mail.ts';

export const mail: Catalogue<typeof english> = {
  kinds: {
    received: {
      subject: 'Forespørsel mottatt: {{service}}',
      body: `Hei {{name}},

Forespørselen din til {{creator}} er mottatt. Ingenting er bestilt ennå: Du får en ny e-post så snart den er besvart.

Svaret kommer senest {{answerBy}}.

{{service}}
Når: {{when}} ({{zone}})
Hvor: {{place}}
Pris: {{price}}
Forskudd: {{deposit}}

Den private siden din:
{{link}}`,
    },
    confirmed: {
      subject: 'Bekreftet: {{start}} · {{service}}',
      body: `Hei {{name}},

Timen din hos {{creator}} er bekreftet. Kalenderfilen ligger ved.

{{service}}
Når: {{when}} ({{zone}})
Hvor: {{place}}
Pris: {{price}}
Forskudd: {{deposit}}

Frem til {{changeUntil}} kan du avbestille eller flytte på den private siden din.

Den private siden din:
{{link}}`,
    },
    moved: {
      subject: 'Flyttet: {{start}} · {{service}}',
      body: `Hei {{name}},

Timen din hos {{creator}} har fått et nytt tidspunkt. Den vedlagte kalenderfilen erstatter den gamle.

{{service}}
Når: {{when}} ({{zone}})
Før: {{before}}
Hvor: {{place}}
Pris: {{price}}
Forskudd: {{deposit}}

Frem til {{changeUntil}} kan du avbestille eller flytte på den private siden din.

Den private siden din:
{{link}}`,
    },
    declined: {
      subject: 'Avslått: {{service}}',
      body: `Hei {{name}},

{{creator}} kan dessverre ikke ta imot forespørselen din.

{{message}}

{{service}}
Når: {{when}} ({{zone}})

Den private siden din:
{{link}}`,
    },
    'slot-taken': {
      subject: 'Timen er opptatt: {{service}}',
      body: `Hei {{name}},

Timen du ba {{creator}} om, gikk til noen andre.

{{service}}
Du ba om: {{when}} ({{zone}})

De nærmeste ledige timene:
{{times}}

Velg en annen time, eller sett deg på ventelisten, på den private siden din:
{{link}}`,
    },
    'times-offered': {
      subject: 'Tider å velge mellom: {{service}}',
      body: `Hei {{name}},

{{creator}} foreslår disse tidene:

{{times}}

{{service}}
Alle tider: {{zone}}
Pris: {{price}}
Forskudd: {{deposit}}

Velg en av dem på den private siden din:
{{link}}`,
    },
    cancelled: {
      subject: 'Avbestilt: {{start}} · {{service}}',
      body: `Hei {{name}},

Du har avbestilt timen din hos {{creator}}. Ingen venter på deg lenger. Den vedlagte filen fjerner timen fra kalenderen din.

{{service}}
Når: {{when}} ({{zone}})

Den private siden din:
{{link}}`,
    },
    'called-off': {
      subject: 'Avlyst av {{creator}}: {{start}}',
      body: `Hei {{name}},

{{creator}} må avlyse timen din. Den vedlagte filen fjerner timen fra kalenderen din.

{{message}}

{{service}}
Når: {{when}} ({{zone}})

Velg en annen tid, eller skriv tilbake, på den private siden din:
{{link}}`,
    },
    reminder: {
      subject: 'Påminnelse: {{start}} · {{service}}',
      body: `Hei {{name}},

Dette er en påminnelse om timen din hos {{creator}}.

{{service}}
Når: {{when}} ({{zone}})
Hvor: {{place}}
Pris: {{price}}
Forskudd: {{deposit}}

Frem til {{changeUntil}} kan du avbestille eller flytte på den private siden din.

Den private siden din:
{{link}}`,
    },
    waitlisted: {
      subject: 'På ventelisten: {{service}}',
      body: `Hei {{name}},

Du står på ventelisten til {{creator}}. Så snart en time som passer deg, blir ledig, holdes den av til deg en stund, og du får en e-post.

{{service}}
Hvor: {{place}}
Pris: {{price}}
Forskudd: {{deposit}}

På den private siden ser du plassen din, og der kan du gå av ventelisten:
{{link}}`,
    },
    'waitlist-offer': {
      subject: 'En time er blitt ledig: {{service}}',
      body: `Hei {{name}},

Du er nestemann på ventelisten til {{creator}}. Denne timen er holdt av til deg:

{{times}}

{{service}}
Alle tider: {{zone}}
Pris: {{price}}
Forskudd: {{deposit}}

Den holdes av frem til {{offerUntil}}; etter det kan andre få den.

Bestill den på den private siden din:
{{link}}`,
    },
    'offer-lapsed': {
      subject: 'Holdes ikke lenger av til deg: {{service}}',
      body: `Hei {{name}},

Du bestilte ikke timen som ble holdt av til deg, så nå kan andre få den:

{{times}}

{{service}}
Alle tider: {{zone}}

Du står fortsatt på ventelisten til {{creator}} og får beskjed når en ny time blir ledig. Du kan gå av ventelisten på den private siden din:
{{link}}`,
    },
    message: {
      subject: 'Ny melding fra {{creator}}',
      body: `Hei {{name}},

{{creator}} har skrevet til deg om «{{service}}»:

{{message}}

Les og svar på den private siden din:
{{link}}`,
    },
    'creator-request': {
      subject: 'Ny forespørsel: {{service}}',
      body: `En ny forespørsel venter på svar fra deg.

{{service}}
Når: {{when}} ({{zone}})
Nummer: {{number}}
Kode: {{code}}

Til desken (på maskinen som kjører Cuedesk):
{{link}}`,
    },
    'creator-booked': {
      subject: 'Booket: {{start}} · {{service}}',
      body: `En seer har booket time.

{{service}}
Når: {{when}} ({{zone}})
Nummer: {{number}}
Kode: {{code}}

Til desken (på maskinen som kjører Cuedesk):
{{link}}`,
    },
    'creator-moved': {
      subject: 'Flyttet: {{start}} · {{service}}',
      body: `En seer har flyttet en time.

{{service}}
Når: {{when}} ({{zone}})
Før: {{before}}
Nummer: {{number}}
Kode: {{code}}

Til desken (på maskinen som kjører Cuedesk):
{{link}}`,
    },
    'creator-cancelled': {
      subject: 'Avbestilt: {{start}} · {{service}}',
      body: `En seer har avbestilt en time. Tiden er ledig igjen.

{{service}}
Når: {{when}} ({{zone}})
Nummer: {{number}}
Kode: {{code}}

Til desken (på maskinen som kjører Cuedesk):
{{link}}`,
    },
  },
  words: {
    price: 'Pris',
    deposit: 'Forskudd',
    depositDue: '{{amount}}, betales til {{creator}} før timen',
    depositLater: '{{amount}}, betales til {{creator}} når timen er bestilt',
    openDesk: 'Åpne desken',
    whyCreator: 'Du får denne e-posten fordi adressen står i e-postinnstillingene til Cuedesk.',
    video: 'Videosamtale',
    chat: 'i chatten på den private siden din',
    onSite: 'På stedet',
    phone: 'På telefon, ring',
    phoneCalled: 'På telefon, du blir ringt opp',
    openPage: 'Åpne den private siden',
    noAnswers: 'Ikke svar på denne e-posten, for ingen leser svarene. Skriv heller på den private siden din.',
    whyYou:
      'Denne adressen ble oppgitt i en forespørsel til {{creator}}. Var det ikke deg, kan du se bort fra denne e-posten.',
  },
  sample: { name: 'Sam', creator: 'Lena Hart', service: 'CV-sjekk', message: 'Ta gjerne med stillingsannonsen.' },
  test: {
    subject: 'Test-e-post fra Cuedesk',
    text: 'Dette er en test-e-post. Leser du den, virker utsendingen: Seere som oppgir en adresse, får vite om bestillingene sine.',
  },
};
