import type { Service } from '../../../shared/booking.ts';
import type { StudioView } from '../../../shared/studio-view.ts';

/** Whether viewers may see it, as far as licences go: what may need one is the creator's draft until it is confirmed. */
export function isOnOffer(service: Service, licences: StudioView['licences']): boolean {
  const found = licences.find((one) => one.service === service.id);
  return service.noLicenceNeeded && (found?.eligible ?? true);
}

export function onOffer({ services, licences }: Pick<StudioView, 'services' | 'licences'>): Service[] {
  return services.filter((service) => isOnOffer(service, licences));
}
