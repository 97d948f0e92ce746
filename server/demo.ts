import { isRefusal } from './core/decision.ts';
import type { Parts } from './parts.ts';
import { sampleBio, sampleHours, sampleRule, sampleServices } from './sources/sample-creator.ts';

/** Fills a throw-away store with the invented creator of the sample show: bio, offers, hours and one scene rule. */
export async function seedDemo(parts: Pick<Parts, 'booking' | 'scenes'>): Promise<void> {
  const { offers } = parts.booking;
  orThrow(await offers.setBio(sampleBio));
  for (const service of sampleServices) orThrow(await offers.addService(service));
  orThrow(await offers.setAvailability(sampleHours));
  orThrow(await offers.publish());
  orThrow(await parts.scenes.putRules([sampleRule]));
}

function orThrow(result: unknown): void {
  if (isRefusal(result)) throw new Error(`the sample data was refused: ${result.why}`);
}
