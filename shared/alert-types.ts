/* Apart from the schemas of a stage, which would bring all of zod to the stage's page. */

/** `own`: words of the streamer's own, shown by a scene rule. */
export const ALERT_TYPES = ['gift', 'tip', 'subscribe', 'follow', 'share', 'fan-club', 'own'] as const;
export type AlertType = (typeof ALERT_TYPES)[number];
