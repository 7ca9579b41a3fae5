export { allowEverybody } from './allow-everybody.ts';
export { GroupReactions } from './group-reactions.ts';
export { GroupRinging } from './group-ringing.ts';
export { SpeakerWatch } from './speaker-watch.ts';
export { talk, TALKING_EFFECTS } from './talking.ts';
