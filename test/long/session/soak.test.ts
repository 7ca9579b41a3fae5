import { expect } from '@open-wc/testing';
import { MediaError } from '../../../src/index.ts';
import type { CallSession } from '../../../src/index.ts';
import { World, inState, rings, seesFrames } from '../../session/world.ts';
import { until } from '../../until.ts';

const ROUNDS = 300;

/** Park and Miller's generator: a failing run is repeated with the seed it printed. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Wish {
  muted: boolean;
  camera: boolean;
  screen: boolean;
  holds: boolean;
}

/** What somebody does in a long call; several at once, on both sides, without waiting for each other. */
async function wishAgain(call: CallSession, wish: Wish, random: (below: number) => number): Promise<void> {
  const what = random(4);
  if (what === 0) {
    wish.muted = !wish.muted;
    await call.setMicrophoneMuted(wish.muted);
  } else if (what === 1) {
    wish.camera = !wish.camera;
    await call.setLocalVideoMuted(!wish.camera);
  } else if (what === 2) {
    wish.screen = !wish.screen;
    // Stopping while the picker is open takes the start back.
    await call.setScreensharingEnabled(wish.screen).catch((error: unknown) => {
      if (!(error instanceof MediaError && error.code === 'cancelled')) throw error;
    });
  } else {
    wish.holds = !wish.holds;
    call.setRemoteOnHold(wish.holds);
  }
}

function shows(other: CallSession, wish: Wish): boolean {
  const { remote, localOnHold } = other.snapshot;
  return (
    remote.microphoneMuted === wish.muted &&
    remote.cameraMuted === !wish.camera &&
    remote.screensharing === wish.screen &&
    localOnHold === wish.holds
  );
}

describe('a long call', () => {
  for (const type of ['video', 'voice'] as const) {
    it(`of ${type} shows each side what the other wants, through everything at once`, async function () {
      this.timeout(10 * 60_000);
      const seed = 1 + Math.floor(Math.random() * 2_147_483_645);
      console.log(`soak of ${type}, seed ${String(seed)}`);
      const random = generator(seed);
      const world = new World();
      const { alice, bob, roomId } = await world.pair();
      const call = alice.voip.inviteToCall(roomId, type, { userId: '@bob:memory' });
      const incoming = await rings(bob);
      incoming.answer();
      await inState(call, 'connected');
      await inState(incoming, 'connected');
      const wish = (): Wish => ({ muted: false, camera: type === 'video', screen: false, holds: false });
      const sides = [
        { call, wish: wish(), other: incoming },
        { call: incoming, wish: wish(), other: call },
      ] as const;
      const devices = [
        world.server.accounts.device('@alice:memory', 'A1'),
        world.server.accounts.device('@bob:memory', 'B1'),
      ];
      for (let round = 0; round < ROUNDS; round += 1) {
        // So that what both sides want crosses on its way.
        for (const { faults } of devices) faults.delay = random(60);
        await Promise.all(
          sides.flatMap((side) =>
            Array.from({ length: random(3) }, () => wishAgain(side.call, side.wish, random)),
          ),
        );
        const said = JSON.stringify(sides.map((side) => side.wish));
        await until(
          () => sides.every((side) => shows(side.other, side.wish)),
          `round ${String(round)}: ${said}, seed ${String(seed)}`,
        );
      }
      for (const side of sides) {
        if (side.wish.holds) side.call.setRemoteOnHold(false);
        if (!side.wish.camera) await side.call.setLocalVideoMuted(false);
        side.wish.holds = false;
        side.wish.camera = true;
      }
      await until(() => sides.every((side) => shows(side.other, side.wish)), 'back to talking');
      await seesFrames(() => call.remoteUserMediaStream);
      await seesFrames(() => incoming.remoteUserMediaStream);
      expect([call.state, incoming.state]).to.deep.equal(['connected', 'connected']);
      call.hangup();
      await inState(incoming, 'ended');
      world.close();
    });
  }
});
