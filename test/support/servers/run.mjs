// The servers for a person who develops: two accounts that share a room, until Ctrl-C.
import { once } from 'node:events';
import { createDirectRoom } from './accounts-and-rooms.mjs';
import { startServers } from './start-servers.mjs';

const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
const servers = await startServers();
const alice = await servers.registerUser('Alice');
const bob = await servers.registerUser('Bob');
const roomId = await createDirectRoom(alice, bob);

console.log(`Homeserver  ${servers.homeserverUrl}`);
for (const uri of servers.turnUris) console.log(`TURN        ${uri}`);
for (const { userId, password } of [alice, bob]) console.log(`Account     ${userId}  password ${password}`);
console.log(`Room        ${roomId} (both have joined)`);
console.log('Ctrl-C stops the servers and throws away what they know.');

await stopped;
await servers.stop();
