/**
 * The tier by which a subscription says that somebody joined the fan club; any other is a name that the creator gave.
 * Apart from the schema of events, which would bring all of zod to the pages.
 */
export const FAN_CLUB_TIER = 'fan-club';
