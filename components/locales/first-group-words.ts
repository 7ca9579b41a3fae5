/** What is said until a group call is connected, beside the first words of every call and the names of devices, in English. */
export const firstGroupWords = {
  join: 'Join',
  joining: 'Joining…',
  nobodyIsHere: 'Nobody is here yet',
  areHere: (names: readonly string[]) => `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} here`,
  others: (count: number) => (count === 1 ? '1 other' : `${count} others`),
  encryptedForEverybody: 'End-to-end encrypted for everybody',
  notEncrypted: 'Not encrypted',
  notEncryptedFor: (names: readonly string[]) => `Not encrypted for ${list.format(names)}`,
  people: 'People',
  leave: 'Leave',
  isConnecting: 'Connecting…',
  isReconnecting: 'Reconnecting…',
  screenOf: (name: string) => `${name}’s screen`,
  yourScreen: 'Your screen',
  moreOf: 'more',
  showPeople: 'Show all people',
};

const list = new Intl.ListFormat('en-GB');
