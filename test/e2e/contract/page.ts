// Runs in the browser. Tests reach what stands on `window` here through `page.evaluate`.
import { fromMatrixClient } from '../../../src/matrix/client/index.ts';
import { contract } from '../../matrix/contract/contract.ts';
import { Recorder } from '../../matrix/contract/recorder.ts';
import { SynapseWorld, until } from './synapse-world.ts';
import type { SynapseDevice, SynapseWishes } from './synapse-world.ts';

/** Each case in a world of its own: devices that nobody needs any more would sync on. */
async function runContractCase(name: string, wishes: SynapseWishes): Promise<void> {
  const world = new SynapseWorld(wishes);
  try {
    await contract.find((one) => one.name === name)!.run(world);
  } finally {
    await world.dispose();
  }
}

const globals = { Recorder, SynapseWorld, fromMatrixClient, runContractCase, until };

declare global {
  interface Window extends Readonly<typeof globals> {
    /** What one step of a test leaves for the next. */
    scene: {
      world: SynapseWorld;
      alice: SynapseDevice;
      aliceHears: Recorder;
      bobHears: Recorder;
      bob: SynapseDevice;
      roomId: string;
      sent: Promise<unknown>;
    };
  }
}

Object.assign(window, globals);
