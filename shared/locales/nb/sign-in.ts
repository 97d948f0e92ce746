import type { Catalogue } from '../catalogue.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Catalogue<typeof english> = {
  studioTitle: 'Logg inn i studioet',
  deskTitle: 'Logg inn på desken',
  studioText:
    'Cuedesk viser en innloggingslenke i vinduet sitt hver gang det starter. Åpne lenken, eller lim den inn her.',
  deskText:
    'Åpne invitasjonslenken du har fått, eller lim den inn her. Eieren kan også bruke lenken som Cuedesk viser.',
  key: 'Innloggingslenke eller nøkkel',
  signIn: 'Logg inn',
  signingIn: 'Logger inn',
  wrong: 'Lenken er ikke gyldig. Den kan ha løpt ut eller være brukt; ta den nyeste.',
  needed: 'Lim inn lenken eller nøkkelen først.',
  unreachable: 'Serveren svarer ikke. Sjekk at Cuedesk kjører; siden prøver selv igjen.',
  tooMany: 'For mange forsøk. Vent et minutt og prøv igjen.',
  where: 'Hvor finner jeg den?',
  whereText: 'I vinduet der du startet Cuedesk, over linjen «cuedesk ready».',
  ended: 'Du er logget ut. Åpne den nyeste lenken for å fortsette.',
  revoked:
    'Eieren har avsluttet tilgangen din til denne desken. Det du hadde skrevet, blir ikke sendt. Var det en feil, så be om en ny lenke.',
  over: 'Tiden din på denne desken er over. Eieren kan gi deg mer; logg så inn igjen.',
  deskOnly: 'Denne innloggingen gjelder desken. Studioet åpnes med lenken som Cuedesk viser når det starter.',
  openDesk: 'Åpne desken',
  password: 'Eller passordet ditt',
  passwordHint: 'Bare hvis du har satt et i studioet, under «Desk».',
  signInByPassword: 'Logg inn med passord',
  wrongPassword: 'Det er ikke passordet, eller det er ikke satt noe. Lenken som Cuedesk viste, virker alltid.',
  passkey: 'Logg inn med passnøkkel',
  wrongPasskey:
    'Passnøkkelen slapp deg ikke inn. Den kan være fjernet, eller tiden din her er over. En gyldig lenke virker fortsatt.',
};
