import type { ShownCall } from '../../engine-link/shown-call.ts';
import type { Overlay, Request } from '../../parts/request.ts';
import type { CallSound } from '../call-sound.ts';

export interface InCallPerformer {
  readonly call: ShownCall | null;
  readonly sound: CallSound;
  open(overlay: Overlay | null): Promise<void>;
  selectDevice(slot: 'microphone' | 'camera' | 'speaker', deviceId: string): Promise<void>;
  pictureInPicture(): Promise<void>;
  fullScreen(): Promise<void>;
}

/** Does what a person asked for in a call. Throws or rejects with the engine's errors. */
export function performInCall(what: Request, performer: InCallPerformer): void | Promise<void> {
  const { call, sound } = performer;
  switch (what.do) {
    case 'share-screen':
      return call?.setScreensharingEnabled(what.on);
    case 'hold':
      return call?.setRemoteOnHold(what.on);
    case 'select-device':
      return performer.selectDevice(what.slot, what.deviceId);
    case 'send-tones':
      return call?.sendDTMF(what.tones);
    case 'open':
      return performer.open(what.overlay);
    case 'picture-in-picture':
      return performer.pictureInPicture();
    case 'full-screen':
      return performer.fullScreen();
    case 'allow-sound':
      return sound.remote.allow();
    case 'retry':
      return retry(call, what.slot);
    case 'transfer':
      return what.accept ? call?.acceptTransfer() : call?.rejectTransfer();
    default:
      return undefined;
  }
}

/** Opens what failed once more: one device, or all. */
async function retry(call: ShownCall | null, slot: string | null): Promise<void> {
  if (call === null) return;
  const { microphone, camera } = call.snapshot.local;
  const attempts: Promise<void>[] = [];
  if (microphone === 'failed' && slot !== 'camera') attempts.push(call.setMicrophoneMuted(false));
  if (camera === 'failed' && slot !== 'microphone') attempts.push(call.setLocalVideoMuted(false));
  await Promise.all(attempts);
}
