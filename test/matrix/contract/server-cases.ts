import type { MatrixCapabilities, MatrixPort } from '../../../src/matrix/port.ts';
import { equal, ok, rejects } from './expect.ts';
import { until } from '../../until.ts';
import { newcomer } from './pair.ts';
import type { ContractCase } from './world.ts';

export const serverCases: readonly ContractCase[] = [
  onCapability(
    'turnServers',
    (port) => port.turnServers(),
    ({ iceServers, ttl }) => {
      ok(Array.isArray(iceServers) && ttl > 0, 'servers and how long they hold');
      ok(
        iceServers.every(({ urls }) => Array.isArray(urls) && urls.length > 0),
        'urls',
      );
    },
  ),
  onCapability(
    'openIdToken',
    (port) => port.openIdToken(),
    (token) => {
      ok(token.access_token !== '' && token.matrix_server_name !== '', 'token and server');
      ok(token.token_type === 'Bearer' && token.expires_in > 0, 'type and time');
    },
  ),
  onCapability(
    'rtcTransports',
    (port) => port.rtcTransports(),
    (transports) => {
      ok(Array.isArray(transports), 'a list');
    },
  ),
  {
    name: 'media: loads the picture of a member',
    async run(world) {
      const avatar = await picture();
      const dora = await world.createUser({ displayName: 'Dora', avatar });
      const alice = await newcomer(world, 'Alice');
      const roomId = await world.createRoom(alice, { members: [dora] });
      const url = () =>
        alice.port.room(roomId)?.members.find(({ userId }) => userId === dora.userId)?.avatarUrl ?? null;
      await until(() => url() !== null, "the member's picture");
      ok(url()?.startsWith('mxc://') === true, 'an mxc address');
      if (!alice.port.capabilities.media) {
        await rejects(alice.port.avatar(url() ?? '', 48), 'unsupported', 'the bytes');
        return;
      }
      const blob = await alice.port.avatar(url() ?? '', 48);
      const { width } = await createImageBitmap(blob);
      ok(width > 0, 'an image');
      await rejects(alice.port.avatar(`${url() ?? ''}x`, 48), 'not-found', 'an image that is not there');
    },
  },
  {
    name: "knows the homeserver's clock",
    async run(world) {
      const { port } = await newcomer(world, 'Alice');
      ok(Math.abs(port.serverClockOffset) < 60_000, 'this machine has one clock');
    },
  },
];

/** What is declared works, what is not declared says that it is unsupported. */
function onCapability<Answer>(
  capability: keyof MatrixCapabilities,
  ask: (port: MatrixPort) => Promise<Answer>,
  check: (answer: Answer) => void,
): ContractCase {
  return {
    name: `${capability} works as declared`,
    async run(world) {
      const { port } = await newcomer(world, 'Alice');
      equal(typeof port.capabilities[capability], 'boolean', 'declared');
      if (port.capabilities[capability]) check(await ask(port));
      else await rejects(ask(port), 'unsupported', capability);
    },
  };
}

async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(64, 64);
  canvas.getContext('2d')?.fillRect(0, 0, 32, 64);
  return canvas.convertToBlob({ type: 'image/png' });
}
