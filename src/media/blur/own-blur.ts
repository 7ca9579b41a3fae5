import { loseCamera } from './lose-camera.ts';

/** Not in the compiler's library yet (Media Capture and Streams Extensions, `backgroundBlur`). */
interface BlurCapability {
  readonly backgroundBlur?: readonly boolean[];
}
interface BlurSetting {
  readonly backgroundBlur?: boolean;
}

/** The camera, or the system behind it, can blur its background by itself. */
export function blursItself(camera: MediaStreamTrack): boolean {
  const { backgroundBlur = [] } = capabilitiesOf(camera);
  return backgroundBlur.includes(true);
}

/** Resolves with whether the camera itself does as is wanted. */
export async function setOwnBlur(camera: MediaStreamTrack, on: boolean): Promise<boolean> {
  const { backgroundBlur = [] } = capabilitiesOf(camera);
  if (!backgroundBlur.includes(on)) return false;
  try {
    const wanted = { ...camera.getConstraints(), backgroundBlur: on };
    await camera.applyConstraints(wanted);
  } catch {
    return false;
  }
  return isBlurred(camera) === on;
}

/** Whoever switches it off in the system's settings does not show the background: then the camera ends. */
export function keepOwnBlur(camera: MediaStreamTrack, isWanted: () => boolean): void {
  const check = async (): Promise<void> => {
    if (camera.readyState === 'ended' || !isWanted() || isBlurred(camera)) return;
    if (await setOwnBlur(camera, true)) return;
    loseCamera(camera);
  };
  camera.addEventListener('configurationchange', () => void check());
}

/** Firefox had none for long. */
function capabilitiesOf(camera: MediaStreamTrack): BlurCapability {
  return 'getCapabilities' in camera ? camera.getCapabilities() : {};
}

function isBlurred(camera: MediaStreamTrack): boolean {
  const { backgroundBlur = false }: BlurSetting = camera.getSettings();
  return backgroundBlur;
}
