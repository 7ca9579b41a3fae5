import { Recorder } from './recorder.ts';
import type { ContractDevice, ContractWorld, RoomOptions } from './world.ts';

/** An event type and a state type that no client gives a meaning to. */
export const EVENT = 'com.famedly.contract.event';
export const STATE = 'com.famedly.contract.state';

export interface Pair {
  readonly alice: ContractDevice;
  readonly bob: ContractDevice;
  readonly aliceHears: Recorder;
  readonly bobHears: Recorder;
  readonly roomId: string;
}

/** Two users with a device each in one room that Alice made. */
export async function pair(world: ContractWorld, options: RoomOptions = {}): Promise<Pair> {
  const [alice, bob] = [await newcomer(world, 'Alice'), await newcomer(world, 'Bob')];
  const roomId = await world.createRoom(alice, { members: [bob], ...options });
  return { alice, bob, roomId, aliceHears: new Recorder(alice.port), bobHears: new Recorder(bob.port) };
}

export async function newcomer(world: ContractWorld, displayName: string): Promise<ContractDevice> {
  return world.createDevice(await world.createUser({ displayName }));
}
