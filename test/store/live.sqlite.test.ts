import { openFolder } from '../app/booking-given.ts';
import { liveStoreContract } from '../contract/live-store.ts';

liveStoreContract('the embedded store', openFolder);
