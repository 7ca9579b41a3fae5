import type { WorldFault } from '../../matrix/contract/world.ts';

/** What goes wrong between a device and Synapse is done in the `fetch` of the device's client. */
export const SYNAPSE_FAULTS: ReadonlySet<WorldFault> = new Set(['pause', 'outage', 'rate-limit', 'token']);
