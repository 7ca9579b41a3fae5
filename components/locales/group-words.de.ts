import type { GroupWords } from './group-words.en.ts';

export const groupWordsDe: GroupWords = {
  // Before joining
  join: 'Teilnehmen',
  joining: 'Du kommst dazu …',
  nobodyIsHere: 'Noch ist niemand da',
  areHere: (names) => `${list.format(names)} ${names.length === 1 ? 'ist' : 'sind'} da`,
  others: (count) => (count === 1 ? 'noch jemand' : `${count} andere`),
  manyForDirect: (count) =>
    `${numbers[count] ?? count} sind viele für direkte Verbindungen. Über einen Server läuft es flüssig.`,
  useServer: 'Server benutzen',
  encryptedForEverybody: 'Ende-zu-Ende-verschlüsselt für alle',
  notEncrypted: 'Nicht verschlüsselt',
  notEncryptedFor: (names) => `Nicht verschlüsselt für ${list.format(names)}`,
  // People
  people: 'Personen',
  peopleInCall: (count) => `Personen: ${count}`,
  moreAbout: (name) => `Mehr zu ${name}`,
  handRaised: 'Hand gehoben',
  handRaisedAt: (place) => `Hand gehoben, Nummer ${place}`,
  speaking: 'Spricht',
  weak: 'Schwache Verbindung',
  quietForYou: 'Für dich stumm',
  muteForMe: 'Für mich stumm',
  unmuteForMe: 'Für mich nicht mehr stumm',
  volume: 'Lautstärke',
  copyInviteLink: 'Einladungslink kopieren',
  linkCopied: 'Link kopiert',
  // Tiles
  screenOf: (name) => `Bildschirm von ${name}`,
  yourScreen: 'Dein Bildschirm',
  pin: (name) => `${name} anheften`,
  pinShort: 'Anheften',
  unpinShort: 'Lösen',
  moreOf: 'weitere',
  showPeople: 'Alle zeigen',
  cannotBeDecrypted: 'Nicht zu entschlüsseln',
  keyIsMissing: (name) => `Der Schlüssel von ${name} ist noch nicht da.`,
  askForKey: 'Schlüssel anfordern',
  reaction: 'Reaktion',
  // Reactions
  react: 'Reagieren',
  heart: 'Herz',
  thumbUp: 'Daumen hoch',
  applause: 'Applaus',
  laughter: 'Lachen',
  surprise: 'Staunen',
  party: 'Feiern',
};

const list = new Intl.ListFormat('de');
const numbers: Readonly<Record<number, string>> = {
  4: 'Vier',
  5: 'Fünf',
  6: 'Sechs',
  7: 'Sieben',
  8: 'Acht',
  9: 'Neun',
  10: 'Zehn',
  11: 'Elf',
  12: 'Zwölf',
};
