import type { Catalogue } from '../catalogue.ts';
import type { deskTeam as english } from '../en/desk-team.ts';

export const deskTeam: Catalogue<typeof english> = {
  prepared: {
    title: 'Voorbereide antwoorden',
    insert: 'Voorbereid antwoord invoegen',
    found_one: '{{count}} voorbereid antwoord. Kies met de pijltjes, Enter voegt in.',
    found_other: '{{count}} voorbereide antwoorden. Kies met de pijltjes, Enter voegt in.',
    inLanguage: 'in het {{language}}',
    text: 'Typ / in een antwoord en een deel van de naam. De taal van de kijker wordt vanzelf gekozen.',
    variables:
      'In te vullen: {{names}}. Woorden na een streepje staan er als een aanvraag niets heeft: {time|een moment dat je uitkomt}',
    name: 'Korte naam',
    none: 'Nog geen. Schrijf de eerste, dan hoeft niemand hem meer te typen.',
    noneFound: 'Geen voorbereid antwoord heet zo.',
    add: 'Nieuw voorbereid antwoord',
    edit: 'Wijzigen',
    editNamed: '‘{{name}}’ wijzigen',
    save: 'Opslaan',
    remove: 'Verwijderen',
    removeAsk: '‘{{name}}’ verwijderen?',
    keep: 'Behouden',
    cancel: 'Annuleren',
    close: 'Sluiten',
    unknown: '‘{{name}}’ kan niet worden ingevuld.',
    'no-fallback': 'Niet elke aanvraag heeft ‘{{name}}’: schrijf er vervangende woorden bij, zoals {{example}}',
    loose: 'Er staat een accolade die nergens bij hoort.',
    taken: 'Een ander voorbereid antwoord heet al zo.',
    many: 'Er zijn al 100 voorbereide antwoorden. Verwijder er een die niemand gebruikt.',
  },
  presence: {
    looking: '{{name}} kijkt mee',
    typing: '{{name}} typt',
    taken: '{{by}} heeft de aanvraag van {{name}} overgenomen. Wat je typte staat er nog.',
    open: 'Openen',
    dismiss: 'Begrepen',
  },
  undo: {
    reply: 'Antwoord aan {{name}} gaat over {{seconds}} s weg',
    decline: '{{name}} wordt over {{seconds}} s afgewezen',
    offer: 'Tijden gaan over {{seconds}} s naar {{name}}',
    accept: '{{name}} wordt over {{seconds}} s geboekt',
    saidReply: 'Het antwoord aan {{name}} gaat over tien seconden weg. U draait het terug.',
    saidDecline: '{{name}} wordt over tien seconden afgewezen. U draait het terug.',
    saidOffer: 'Over tien seconden gaan er tijden naar {{name}}. U draait het terug.',
    saidAccept: '{{name}} wordt over tien seconden geboekt. U draait het terug.',
    undo: 'Terugdraaien',
    other: '{{by}} heeft net geantwoord. Het gaat over {{seconds}} s weg, tenzij het wordt teruggedraaid.',
    choice: 'Tien seconden om terug te draaien',
    choiceHint:
      'Antwoorden, tijden, ja en nee gaan na tien seconden weg, ook als deze pagina dicht is. Alleen voor jou, op al je apparaten.',
  },
};
