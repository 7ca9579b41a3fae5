import { firstGroupWords } from './first-group-words.ts';

/** What is said in group calls alone, beside the words of every call. */
export const groupWords = {
  ...firstGroupWords,
  manyForDirect: (count: number) =>
    `${numbers[count - 4] ?? count} is a lot for direct connections. A server keeps it smooth.`,
  useServer: 'Use the server',
  // People
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
  saveData: 'Save data',
  sendFullQuality: 'Send full quality',
  blurBackground: 'Blur background',
  blurStarts: 'Starting…',
  blurNotHere: 'Not possible here',
  alone: 'Nobody else is here.',
  alone: 'Nobody else is here.',
  copyInviteLink: 'Copy invite link',
  linkCopied: 'Link copied',
  // In the call
  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  grid: 'Grid',
  spotlight: 'Spotlight',
  layout: 'Layout',
  joined: (name: string) => `${name} joined`,
  manyJoined: (count: number) => `${count} people joined`,
  hasLeft: (name: string) => `${name} left`,
  manyLeft: (count: number) => `${count} people left`,
  raisedHand: (name: string) => `${name} raised a hand`,
  takesLong: (name: string) => `Connecting to ${name} takes long`,
  cannotConnect: (name: string) => `No connection with ${name}`,
  noConnection: 'No connection',
  keysUnknown: (name: string) => `${name}’s device cannot be reached safely`,
  youAreIn: 'You are in the call',
  notSeenYet: 'Others may not see you yet',
  notSeenYetHint: 'The server has not let you in; it is asked again.',
  tooManyReactions: 'That was a lot at once. Wait a moment.',
  linkNotCopied: 'The browser did not copy the link.',
  keyHand: 'Raise or lower your hand',
  keyTalk: 'Hold to talk while muted',
  space: 'Space',
  // Leaving, and not getting in
  youLeft: 'You left the call',
  wereRemoved: 'You were removed from the room',
  wereBanned: 'You are banned from the room',
  leftTheRoom: 'You left the room',
  roomUpgraded: 'The room has moved',
  roomUpgradedHint: 'Open the new room and join the call there.',
  takenOver: 'The call goes on in another window',
  takenOverHint: 'It uses the same device. Join again to bring the call here.',
  rejoin: 'Join again',
  back: 'Back',
  mayNotJoin: 'You may not join calls in this room',
  powerMissing: (own: number, needed: number) =>
    `Joining needs the power level ${needed}; yours is ${own}. Ask a moderator.`,
  powerMissingMayAllow: (needed: number) =>
    `Joining needs the power level ${needed}, which not everybody has. You may change that.`,
  allowEverybody: 'Allow everybody',
  // Tiles
  pin: (name: string) => `Pin ${name}`,
  pinShort: 'Pin',
  unpinShort: 'Unpin',
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

const numbers = ['Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
