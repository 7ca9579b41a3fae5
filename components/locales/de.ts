import { en } from './en.ts';
import type { Words } from './en.ts';

export const de: Words = {
  ...en,
  language: 'de',
  pictureInPictureRefused: 'Der Browser hat Bild-im-Bild nicht geöffnet. Versuch es noch einmal.',
  testSpeakerPlays: 'Ein Ton wird abgespielt …',
  keyStar: 'Stern',
  keyHash: 'Raute',
  keysWork: 'Die Tasten gelten, solange der Anruf den Fokus hat, und nie beim Tippen.',
  dataRate: 'Datenrate',
  picture: 'Bild',
};
