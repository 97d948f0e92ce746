import type { Catalogue } from '../catalogue.ts';
import type { mail as english } from '../en/mail.ts';

export const mail: Catalogue<typeof english> = {
  kinds: {
    received: {
      subject: 'Aanvraag ontvangen: {{service}}',
      body: `Hallo {{name}},

Je aanvraag bij {{creator}} is binnen. Er is nog niets geboekt: zodra er antwoord is, krijg je weer een mail.

Je krijgt uiterlijk {{answerBy}} antwoord.

{{service}}
Wanneer: {{when}} ({{zone}})
Waar: {{place}}
Prijs: {{price}}
Aanbetaling: {{deposit}}

Je eigen pagina:
{{link}}`,
    },
    confirmed: {
      subject: 'Bevestigd: {{start}} · {{service}}',
      body: `Hallo {{name}},

Je afspraak met {{creator}} is bevestigd. Het agendabestand zit in de bijlage.

{{service}}
Wanneer: {{when}} ({{zone}})
Waar: {{place}}
Prijs: {{price}}
Aanbetaling: {{deposit}}

Tot {{changeUntil}} kun je op je eigen pagina afzeggen of verzetten.

Je eigen pagina:
{{link}}`,
    },
    moved: {
      subject: 'Verzet: {{start}} · {{service}}',
      body: `Hallo {{name}},

Je afspraak met {{creator}} is verzet. Het agendabestand in de bijlage vervangt het oude.

{{service}}
Wanneer: {{when}} ({{zone}})
Eerst: {{before}}
Waar: {{place}}
Prijs: {{price}}
Aanbetaling: {{deposit}}

Tot {{changeUntil}} kun je op je eigen pagina afzeggen of verzetten.

Je eigen pagina:
{{link}}`,
    },
    declined: {
      subject: 'Afgewezen: {{service}}',
      body: `Hallo {{name}},

{{creator}} kan je aanvraag helaas niet aannemen.

{{message}}

{{service}}
Wanneer: {{when}} ({{zone}})

Je eigen pagina:
{{link}}`,
    },
    'slot-taken': {
      subject: 'De tijd is bezet: {{service}}',
      body: `Hallo {{name}},

De tijd die je bij {{creator}} vroeg, ging naar iemand anders.

{{service}}
Aangevraagd: {{when}} ({{zone}})

Deze vrije tijden liggen er het dichtst bij:
{{times}}

Kies op je eigen pagina een andere tijd of zet je op de wachtlijst:
{{link}}`,
    },
    'times-offered': {
      subject: 'Tijden om uit te kiezen: {{service}}',
      body: `Hallo {{name}},

{{creator}} stelt deze tijden voor:

{{times}}

{{service}}
Alle tijden: {{zone}}
Prijs: {{price}}
Aanbetaling: {{deposit}}

Kies er een op je eigen pagina:
{{link}}`,
    },
    cancelled: {
      subject: 'Afgezegd: {{start}} · {{service}}',
      body: `Hallo {{name}},

Je hebt je afspraak met {{creator}} afgezegd. Niemand verwacht je meer. Het bestand in de bijlage haalt de afspraak uit je agenda.

{{service}}
Wanneer: {{when}} ({{zone}})

Je eigen pagina:
{{link}}`,
    },
    'called-off': {
      subject: 'Afgezegd door {{creator}}: {{start}}',
      body: `Hallo {{name}},

{{creator}} moet je afspraak afzeggen. Het bestand in de bijlage haalt de afspraak uit je agenda.

{{message}}

{{service}}
Wanneer: {{when}} ({{zone}})

Een andere tijd kiezen of terugschrijven kan op je eigen pagina:
{{link}}`,
    },
    reminder: {
      subject: 'Herinnering: {{start}} · {{service}}',
      body: `Hallo {{name}},

Dit is een herinnering aan je afspraak met {{creator}}.

{{service}}
Wanneer: {{when}} ({{zone}})
Waar: {{place}}
Prijs: {{price}}
Aanbetaling: {{deposit}}

Tot {{changeUntil}} kun je op je eigen pagina afzeggen of verzetten.

Je eigen pagina:
{{link}}`,
    },
    waitlisted: {
      subject: 'Op de wachtlijst: {{service}}',
      body: `Hallo {{name}},

Je staat op de wachtlijst van {{creator}}. Zodra er een tijd vrijkomt die je past, wordt die een poosje voor je vastgehouden en krijg je een mail.

{{service}}
Waar: {{place}}
Prijs: {{price}}
Aanbetaling: {{deposit}}

Op je eigen pagina zie je je plek en kun je van de wachtlijst gaan:
{{link}}`,
    },
    'waitlist-offer': {
      subject: 'Er is een tijd vrijgekomen: {{service}}',
      body: `Hallo {{name}},

Jij bent als eerste aan de beurt op de wachtlijst van {{creator}}. Deze tijd houden we voor je vast:

{{times}}

{{service}}
Alle tijden: {{zone}}
Prijs: {{price}}
Aanbetaling: {{deposit}}

We houden hem vast tot {{offerUntil}}; daarna kunnen anderen hem krijgen.

Boek de tijd op je eigen pagina:
{{link}}`,
    },
    'offer-lapsed': {
      subject: 'Niet meer voor je vastgehouden: {{service}}',
      body: `Hallo {{name}},

Je hebt de tijd die we voor je vasthielden niet geboekt. Nu kunnen anderen hem krijgen:

{{times}}

{{service}}
Alle tijden: {{zone}}

Je staat nog op de wachtlijst van {{creator}} en hoort het als er weer een tijd vrijkomt. Op je eigen pagina kun je van de wachtlijst gaan:
{{link}}`,
    },
    message: {
      subject: 'Nieuw bericht van {{creator}}',
      body: `Hallo {{name}},

{{creator}} heeft je geschreven over “{{service}}”:

{{message}}

Lees en antwoord op je eigen pagina:
{{link}}`,
    },
    'creator-request': {
      subject: 'Nieuwe aanvraag: {{service}}',
      body: `Een nieuwe aanvraag wacht op je antwoord.

{{service}}
Wanneer: {{when}} ({{zone}})
Nummer: {{number}}
Code: {{code}}

Aan de desk, op de computer waarop Cuedesk draait:
{{link}}`,
    },
    'creator-booked': {
      subject: 'Geboekt: {{start}} · {{service}}',
      body: `Een kijker heeft geboekt.

{{service}}
Wanneer: {{when}} ({{zone}})
Nummer: {{number}}
Code: {{code}}

Aan de desk, op de computer waarop Cuedesk draait:
{{link}}`,
    },
    'creator-moved': {
      subject: 'Verzet: {{start}} · {{service}}',
      body: `Een kijker heeft een boeking verzet.

{{service}}
Wanneer: {{when}} ({{zone}})
Eerst: {{before}}
Nummer: {{number}}
Code: {{code}}

Aan de desk, op de computer waarop Cuedesk draait:
{{link}}`,
    },
    'creator-cancelled': {
      subject: 'Afgezegd: {{start}} · {{service}}',
      body: `Een kijker heeft een boeking afgezegd. De tijd is weer vrij.

{{service}}
Wanneer: {{when}} ({{zone}})
Nummer: {{number}}
Code: {{code}}

Aan de desk, op de computer waarop Cuedesk draait:
{{link}}`,
    },
  },
  words: {
    price: 'Prijs',
    deposit: 'Aanbetaling',
    depositDue: '{{amount}}, vóór de afspraak te betalen aan {{creator}}',
    depositLater: '{{amount}}, te betalen aan {{creator}} zodra de afspraak geboekt is',
    openDesk: 'Desk openen',
    whyCreator: 'Je krijgt deze mail omdat dit adres in de mailinstellingen van Cuedesk staat.',
    video: 'Videogesprek',
    chat: 'in de chat op je eigen pagina',
    onSite: 'Op locatie',
    phone: 'Telefonisch, bel',
    phoneCalled: 'Telefonisch, je wordt gebeld',
    openPage: 'Open je eigen pagina',
    noAnswers: 'Antwoord niet op deze mail: niemand leest dat. Schrijf liever op je eigen pagina.',
    whyYou: 'Dit adres is opgegeven in een aanvraag bij {{creator}}. Was jij dat niet? Dan kun je deze mail negeren.',
  },
  sample: { name: 'Sam', creator: 'Lena Hart', service: 'Cv-check', message: 'Neem de vacature mee.' },
  test: {
    subject: 'Testmail van Cuedesk',
    text: 'Dit is een testmail. Als je dit leest, werkt het versturen: kijkers die een adres opgeven, krijgen bericht over hun boekingen.',
  },
};
