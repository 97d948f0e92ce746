/*
 * Cities of time zones whose name differs from the one in the list of zones, by language: Intl knows none of them. What is
 * missing is read by the name in the list. Small, since every page carries it.
 */

/** City of the zone `:` its name, underscores for spaces. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'Sao_Paulo:São_Paulo Kiev:Kyiv',
  de:
    'Algiers:Algier Athens:Athen Baghdad:Bagdad Belgrade:Belgrad Brussels:Brüssel Bucharest:Bukarest Cairo:Kairo ' +
    'Copenhagen:Kopenhagen Damascus:Damaskus Havana:Havanna Kiev:Kiew Kyiv:Kiew Lisbon:Lissabon Luxembourg:Luxemburg ' +
    'Mexico_City:Mexiko-Stadt Moscow:Moskau Prague:Prag Rome:Rom Sao_Paulo:São_Paulo Singapore:Singapur ' +
    'Tehran:Teheran Tokyo:Tokio Vienna:Wien Warsaw:Warschau Zurich:Zürich',
  nl:
    'Athens:Athene Baghdad:Bagdad Belgrade:Belgrado Berlin:Berlijn Brussels:Brussel ' +
    'Bucharest:Boekarest Budapest:Boedapest Cairo:Caïro Copenhagen:Kopenhagen Istanbul:Istanboel Jerusalem:Jeruzalem ' +
    'Kiev:Kyiv Lisbon:Lissabon London:Londen Luxembourg:Luxemburg Mexico_City:Mexico-Stad Moscow:Moskou Paris:Parijs ' +
    'Prague:Praag Sao_Paulo:São_Paulo Tehran:Teheran Tokyo:Tokio Vienna:Wenen Warsaw:Warschau Zurich:Zürich',
  nb:
    'Algiers:Alger Athens:Athen Baghdad:Bagdad Belgrade:Beograd Brussels:Brussel Bucharest:București Cairo:Kairo ' +
    'Copenhagen:København Damascus:Damaskus Havana:Havanna Helsinki:Helsingfors Kiev:Kyiv Lisbon:Lisboa ' +
    'Mexico_City:Mexico_by Moscow:Moskva Prague:Praha Rome:Roma Sao_Paulo:São_Paulo Tehran:Teheran Vienna:Wien ' +
    'Warsaw:Warszawa Zurich:Zürich',
};

const byLanguage = new Map<string, ReadonlyMap<string, string>>();

/** The city's name in the language of the tag; as it is in the list of zones where no other is known. */
export function cityName(city: string, tag: string): string {
  const language = tag.slice(0, 2);
  const known = byLanguage.get(language) ?? new Map((NAMES[language] ?? '').split(' ').map(pairOf));
  byLanguage.set(language, known);
  return known.get(city) ?? city;
}

function pairOf(text: string): [string, string] {
  const [city = '', name = ''] = text.split(':');
  return [city, name];
}
