import { expect, test } from 'vitest';
import { priced } from '../../../overlay/desk/paste-offer.tsx';

test('[DP311] where the country decides the price, an offer is free of charge in those where it costs nothing', () => {
  const euros = (minor: number) => ({ minor, currency: 'EUR' });
  const offer = { price: euros(4900), prices: [{ region: 'NO', price: euros(0) }] };
  expect(priced('Norway', offer, 'NO', 'en')).toBe('Norway: free of charge');
  expect(priced('Norwegen', offer, 'NO', 'de')).toBe('Norwegen: kostenlos');
  expect(priced('Not known', offer, null, 'en')).toBe('Not known: €49.00');
});
