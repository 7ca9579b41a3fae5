import { registerUser } from './accounts-and-rooms.mjs';
import { startCoturn } from './coturn.mjs';
import { RunFolder } from './run-folder.mjs';
import { startSynapse } from './synapse.mjs';

/** @typedef {Awaited<ReturnType<typeof startServers>>} Servers */

/**
 * A homeserver and, unless told otherwise, a TURN server of its own: on loopback, on free ports, in a temporary folder.
 * @param {{ turn?: boolean, defaultRateLimits?: boolean, longestDelay?: string | null }} [wishes]
 */
export async function startServers({ turn = true, defaultRateLimits = false, longestDelay = '24h' } = {}) {
  const folder = new RunFolder();
  try {
    const coturn = turn ? await startCoturn(folder) : undefined;
    const synapse = await startSynapse(folder, { turn: coturn, defaultRateLimits, longestDelay });
    const { homeserverUrl } = synapse;
    return {
      homeserverUrl,
      turnUris: coturn?.uris ?? [],
      /** @param {string} [name] @param {{ deviceId?: string }} [wishes] */
      registerUser: (name, wishes) => registerUser(homeserverUrl, name, wishes),
      /** From now on nothing passes through the relay, as when a path is cut. */
      pauseTurn: () => coturn?.server.pause(),
      continueTurn: () => coturn?.server.continue(),
      stopSynapse: synapse.stop,
      /** On the same port, with everything that was there before. */
      startSynapse: synapse.restart,
      stop: async () => {
        await Promise.all([synapse.stop(), coturn?.server.stop()]);
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
