import { isRefusal, type Refusal } from './core/decision.ts';
import type { Parts } from './parts.ts';
import { sampleBio, sampleHours, sampleRequests, sampleRule, sampleServices } from './sources/sample-creator.ts';
import { SAMPLE_DESIGN } from './sources/sample-design.ts';

/** Fills a throw-away store with the invented creator of the sample show: bio, offers, hours, one scene rule, a stage. */
export async function seedDemo(parts: Pick<Parts, 'booking' | 'scenes' | 'stages' | 'stageDesigns'>): Promise<void> {
  const { offers } = parts.booking;
  orThrow(await offers.setBio(sampleBio));
  for (const service of sampleServices) orThrow(await offers.addService(service));
  orThrow(await offers.setAvailability(sampleHours));
  orThrow(await offers.publish());
  orThrow(await parts.scenes.putRules([sampleRule]));
  const [stage] = parts.stages.list();
  if (stage) await parts.stageDesigns.put(stage.id, SAMPLE_DESIGN);
  await askSamples(parts.booking);
}

/** Invented requests at the next free times of their offers. */
async function askSamples(booking: Parts['booking']): Promise<void> {
  const services = await booking.offers.services();
  for (const { slug, nthSlot, ...draft } of sampleRequests) {
    const service = services.find((one) => one.slug === slug);
    if (!service) continue;
    const { slots } = orThrow(await booking.views.slots(sampleBio.handle, service.id, { from: null, to: null }));
    const start = nthSlot === null ? undefined : slots[nthSlot]?.start;
    orThrow(
      await booking.viewers.ask(sampleBio.handle, { ...draft, service: service.id, ...(start ? { start } : {}) }, null),
    );
  }
}

function orThrow<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`the sample data was refused: ${result.why}`);
  return result;
}
