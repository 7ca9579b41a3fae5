// Stands in for your Matrix client: two people on a homeserver that lives in this browser, and the room of the two.
import { connectMemory } from 'famedly-calls/memory';

export const anna = await connectMemory({
  userId: '@anna:memory',
  deviceId: 'LAPTOP',
  displayName: 'Anna Berger',
});
export const ben = await connectMemory({
  userId: '@ben:memory',
  deviceId: 'PHONE',
  displayName: 'Ben Okafor',
});
export const roomId = await anna.ensureDirectRoom(ben.userId);
