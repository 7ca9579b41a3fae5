import { expect, test } from './support/element-fixtures.ts';
import { connect } from './support/element-person.ts';

test(
  'the homeserver goes away: both are told, and talk on until it is back and after',
  { tag: '@long' },
  async ({ servers, openPair }) => {
    const { alice, bob, pair } = await openPair();
    await connect(pair);
    await servers.stopSynapse();
    for (const person of pair) await person.reads('Signalling is interrupted', 'You can go on talking.');
    await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
    await servers.startSynapse();
    for (const person of pair) await person.readsNoMore('Signalling is interrupted');
    await alice.press('End');
    await bob.reads(/^Alice hung up/);
  },
);

test('a call whose only path is cut says that it reconnects, and does', async ({ servers, openPair }) => {
  const { alice, bob, pair } = await openPair({ attributes: { 'ice-policy': 'relay' } });
  await connect(pair);
  await Promise.all([alice.sees('Bob'), bob.sees('Alice')]);
  servers.pauseTurn();
  try {
    for (const person of pair)
      await person.reads('Reconnecting…', 'Stay here, this usually takes a few seconds.');
    await expect(alice.button('End')).toBeVisible();
  } finally {
    servers.continueTurn();
  }
  for (const person of pair) await person.readsNoMore('Reconnecting…');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
});

test('where nothing gets through, the network is named as what blocks calls', async ({
  servers,
  openPair,
}) => {
  const { alice, bob, pair } = await openPair({ attributes: { 'ice-policy': 'relay' }, setsClock: true });
  servers.pauseTurn();
  try {
    await alice.press('Voice call');
    await bob.press('Answer');
    for (const person of pair) await person.reads('Connecting…');
    await alice.page.clock.fastForward(31_000);
    await alice.reads('Call ended', 'The network here blocks calls', /^Try another network/);
    expect(await alice.events()).toContain('error ice-failed');
    await expect(bob.button('Call again')).toBeVisible();
  } finally {
    servers.continueTurn();
  }
});

test('the other side’s browser crashes: reconnecting at first, then the end in words', async ({
  openPair,
}) => {
  const { alice, bob, pair } = await openPair({ setsClock: true });
  await connect(pair, 'Voice call');
  await bob.page.goto('chrome://crash').catch(() => undefined);
  await alice.reads('Reconnecting…');
  await alice.page.clock.fastForward(31_000);
  await alice.reads('Call ended', /^The connection was lost · \d:\d\d$/);
});

test('a tab that is closed has hung up', async ({ openPair }) => {
  const { alice, bob, pair } = await openPair();
  await connect(pair, 'Voice call');
  await bob.page.close();
  await alice.reads(/^Bob hung up/);
});
