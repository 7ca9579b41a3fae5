// Runs in the browser. Tests reach what stands on `window` here through `page.evaluate`.
import { SynapseWorld, until } from './synapse-world.ts';

const globals = { SynapseWorld, until };

declare global {
  interface Window extends Readonly<typeof globals> {
    /** What one step of a test leaves for the next. */
    world: SynapseWorld;
  }
}

Object.assign(window, globals);
