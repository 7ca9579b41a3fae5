import { connectionCases } from './connection-cases.ts';
import { delayedCases } from './delayed-cases.ts';
import { roomCases } from './room-cases.ts';
import { serverCases } from './server-cases.ts';
import { stateCases } from './state-cases.ts';
import { timelineCases } from './timeline-cases.ts';
import { toDeviceCases } from './to-device-cases.ts';
import type { ContractCase, ContractWorld } from './world.ts';

/** What every Matrix port does, whatever it stands on. */
export const contract: readonly ContractCase[] = [
  ...roomCases,
  ...timelineCases,
  ...stateCases,
  ...toDeviceCases,
  ...delayedCases,
  ...serverCases,
  ...connectionCases,
];

/** Whether the world can do what the case needs. */
export function applies({ needs = [] }: ContractCase, { faults }: Pick<ContractWorld, 'faults'>): boolean {
  return needs.every((fault) => faults.has(fault));
}
