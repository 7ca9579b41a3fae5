/** What is said in group calls alone, beside the words of every call. */
export const groupWords = {
  // Before joining
  join: 'Join',
  joining: 'Joining…',
  nobodyIsHere: 'Nobody is here yet',
  areHere: (names: readonly string[]) => `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} here`,
  others: (count: number) => (count === 1 ? '1 other' : `${count} others`),
  manyForDirect: (count: number) =>
    `${numbers[count] ?? count} is a lot for direct connections. A server keeps it smooth.`,
  useServer: 'Use the server',
  encryptedForEverybody: 'End-to-end encrypted for everybody',
  notEncrypted: 'Not encrypted',
  notEncryptedFor: (names: readonly string[]) => `Not encrypted for ${list.format(names)}`,
  // People
  people: 'People',
  peopleInCall: (count: number) => `People: ${count}`,
  moreAbout: (name: string) => `More about ${name}`,
  handRaised: 'Hand raised',
  handRaisedAt: (place: number) => `Raised hand, number ${place}`,
  speaking: 'Speaking',
  weak: 'Weak connection',
  quietForYou: 'Quiet for you',
  muteForMe: 'Mute for me',
  unmuteForMe: 'Unmute for me',
  volume: 'Volume',
  copyInviteLink: 'Copy invite link',
  linkCopied: 'Link copied',
  // Tiles
  screenOf: (name: string) => `${name}’s screen`,
  yourScreen: 'Your screen',
  pin: (name: string) => `Pin ${name}`,
  pinShort: 'Pin',
  unpinShort: 'Unpin',
  moreOf: 'more',
  showPeople: 'Show all people',
  cannotBeDecrypted: 'Cannot be decrypted',
  keyIsMissing: (name: string) => `${name}’s key has not arrived yet.`,
  askForKey: 'Ask for the key',
  reaction: 'Reaction',
  // Reactions
  react: 'React',
  heart: 'Heart',
  thumbUp: 'Thumb up',
  applause: 'Applause',
  laughter: 'Laughter',
  surprise: 'Surprise',
  party: 'Celebration',
};

export type GroupWords = typeof groupWords;

const list = new Intl.ListFormat('en-GB');
const numbers: Readonly<Record<number, string>> = {
  4: 'Four',
  5: 'Five',
  6: 'Six',
  7: 'Seven',
  8: 'Eight',
  9: 'Nine',
  10: 'Ten',
  11: 'Eleven',
  12: 'Twelve',
};
