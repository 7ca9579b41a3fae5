export { allowEverybody } from './allow-everybody.ts';
export { GroupReactions } from './group-reactions.ts';
export { SpeakerWatch } from './speaker-watch.ts';
export { talk, TALKING_EFFECTS } from './talking.ts';
