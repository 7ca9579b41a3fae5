import { HeardPeople } from '../engine-link/heard-people.ts';
import { playing, RemoteSound } from '../engine-link/remote-sound.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';

/** What one hears of everybody else, each as loud as this person wants. */
export class GroupSound {
  readonly remote: RemoteSound;
  readonly heard = new HeardPeople();

  /** `onChange`: sound is held back, or not any more. */
  constructor(onChange: () => void) {
    this.remote = new RemoteSound(onChange);
  }

  /** Brings everything in line with the call as it is now. */
  follow(call: ShownGroupCall | null): void {
    const owners = call?.state === 'entered' ? ownersOf(call) : new Map<MediaStream, string>();
    this.remote.setStreams([...owners.keys()]);
    for (const [stream, userId] of owners) {
      // Whichever element plays it.
      Object.assign(playing.get(stream) ?? {}, this.heard.of(userId));
    }
  }
}

/** User ids by stream. */
function ownersOf(call: ShownGroupCall): Map<MediaStream, string> {
  const owners = new Map<MediaStream, string>();
  for (const { id, userId } of call.snapshot.participants) {
    const { userMediaStream, screenStream } = call.streamsOf(id);
    for (const stream of [userMediaStream, screenStream]) if (stream !== null) owners.set(stream, userId);
  }
  return owners;
}
