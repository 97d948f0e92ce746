import type { PreparedReply } from '../../../shared/prepared-replies.ts';

/*
 * The prepared replies that every creator begins with; each may be changed or taken away. The ids are fixed, so that two
 * processes which begin at once put in one set.
 */

export const FIRST_REPLIES: ReadonlyArray<PreparedReply> = [
  {
    id: 'first-thanks',
    name: 'Thanks, back soon',
    texts: {
      en: 'Hi {name}, thank you for your message about “{offer}”. We are live just now and will answer you here today.',
      de: 'Hallo {name}, danke für deine Nachricht zu „{offer}“. Wir sind gerade live und antworten dir hier noch heute.',
      nl: 'Hoi {name}, bedankt voor je bericht over ‘{offer}’. We zijn nu live en antwoorden je hier vandaag nog.',
      nb: 'Hei {name}, takk for meldingen om «{offer}». Vi er direkte akkurat nå og svarer deg her i løpet av dagen.',
    },
  },
  {
    id: 'first-more',
    name: 'Tell us more',
    texts: {
      en: 'Hi {name}, so that {creator|we} can prepare: what would you like to have at the end of “{offer}”? Two or three sentences are enough.',
      de: 'Hallo {name}, damit sich {creator|unser Team} vorbereiten kann: Was möchtest du am Ende von „{offer}“ haben? Zwei, drei Sätze reichen.',
      nl: 'Hoi {name}, zodat {creator|ons team} zich kan voorbereiden: wat wil je aan het eind van ‘{offer}’ bereikt hebben? Twee of drie zinnen zijn genoeg.',
      nb: 'Hei {name}, så {creator|vi} kan forberede seg: Hva vil du sitte igjen med etter «{offer}»? To–tre setninger holder.',
    },
  },
  {
    id: 'first-time',
    name: 'Does the time still fit?',
    texts: {
      en: 'Hi {name}, does {time|the time you had in mind} still fit for you? Then we will book it.',
      de: 'Hallo {name}, passt dir {time|die Zeit, an die du gedacht hast,} noch? Dann buchen wir sie.',
      nl: 'Hoi {name}, komt {time|het moment dat je in gedachten had} nog uit? Dan boeken we het.',
      nb: 'Hei {name}, passer {time|tiden du hadde i tankene} fortsatt? Da booker vi den.',
    },
  },
  {
    id: 'first-price',
    name: 'Price',
    texts: {
      en: 'Hi {name}, the price of “{offer}” is {price|on its page}. All of it: {link|see our profile}',
      de: 'Hallo {name}, der Preis für „{offer}“: {price|siehe Angebotsseite}. Alles dazu: {link|in unserem Profil}',
      nl: 'Hoi {name}, de prijs van ‘{offer}’: {price|zie de pagina van het aanbod}. Alles erover: {link|op ons profiel}',
      nb: 'Hei {name}, prisen for «{offer}»: {price|se siden for tilbudet}. Alt om det: {link|på profilen vår}',
    },
  },
  {
    id: 'first-other-time',
    name: 'Choose a time',
    texts: {
      en: 'Hi {name}, you can pick a time for “{offer}” yourself here: {link|on our page}. If none fits, tell us which days do.',
      de: 'Hallo {name}, einen Termin für „{offer}“ kannst du dir hier selbst aussuchen: {link|auf unserer Seite}. Passt keiner, schreib uns, welche Tage gehen.',
      nl: 'Hoi {name}, je kunt hier zelf een moment voor ‘{offer}’ kiezen: {link|op onze pagina}. Past er geen, laat dan weten welke dagen wel kunnen.',
      nb: 'Hei {name}, du kan velge tid for «{offer}» selv her: {link|på siden vår}. Passer ingen, si fra hvilke dager som går.',
    },
  },
  {
    id: 'first-not-ours',
    name: 'Not something we do',
    texts: {
      en: 'Hi {name}, thank you for asking. This is not something we offer, so we would rather say so than do it badly. All the best with it!',
      de: 'Hallo {name}, danke für deine Anfrage. Das bieten wir nicht an, und das sagen wir lieber gleich, als es schlecht zu machen. Alles Gute dafür!',
      nl: 'Hoi {name}, bedankt voor je vraag. Dit bieden we niet aan, en dat zeggen we liever eerlijk dan dat we het slecht doen. Veel succes ermee!',
      nb: 'Hei {name}, takk for at du spør. Dette tilbyr vi ikke, og det sier vi heller enn å gjøre det dårlig. Lykke til!',
    },
  },
];
