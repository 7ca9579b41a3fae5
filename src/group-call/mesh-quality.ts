import type { ShownSizes } from '../signalling/shown-sizes.ts';

/** What our sending is to fit. */
export interface MeshDemand {
  /** Connections that the same picture goes out on, each encoded for itself. */
  readonly receivers: number;
  /** See `Strain`: each level halves what is sent. */
  readonly strain: number;
  readonly sharesScreen: boolean;
  /** The person pays for what is sent, or has a thin line. */
  readonly savesData?: boolean;
  /** How large the receiver shows our pictures; `null`: it has not said. */
  readonly shown?: ShownSizes | null;
}

/** At most, towards each receiver. */
export interface MeshQuality {
  readonly camera: {
    /** Somebody sees it. */
    readonly active: boolean;
    /** bit/s */
    readonly maxBitrate: number;
    /** Pixels of the picture's shorter side; `Infinity`: as the camera has it. */
    readonly lines: number;
  };
  /** Of its size nothing is taken: text stays readable. */
  readonly screen: { readonly active: boolean; readonly maxBitrate: number };
}

/** bit/s: what a home's uplink carries towards everybody together, what one receiver has use for, what shows a face. */
const CAMERA = { together: 2_000_000, most: 2_000_000, least: 100_000 };
const SCREEN = { together: 4_000_000, most: 2_500_000, least: 200_000 };

/** From so many bit/s on a picture of so many lines is better than a smaller one, up to those of the next larger one. */
const SIZES = [
  { from: 1_500_000, to: Infinity, lines: Infinity },
  { from: 700_000, to: 1_500_000, lines: 540 },
  { from: 350_000, to: 700_000, lines: 360 },
  { from: 150_000, to: 350_000, lines: 270 },
  { from: 0, to: 150_000, lines: 180 },
] as const;
/** A face is one still. */
const FEWEST_LINES = 90;
/** Levels of strain: a quarter. */
const SAVING = 2;

/** The more receivers the less for each, so that processor and uplink carry all of them, and sound has its room. */
export function meshQuality(demand: MeshDemand): MeshQuality {
  const { receivers, sharesScreen, savesData = false, shown = null } = demand;
  const strain = demand.strain + (savesData ? SAVING : 0);
  // Beside a screen faces are small.
  const affordable = share(CAMERA, receivers, sharesScreen ? strain + 1 : strain);
  const seen = shown?.camera ?? Infinity;
  const maxBitrate = Math.min(affordable, SIZES.findLast(({ lines }) => lines >= seen)?.to ?? Infinity);
  const lines = Math.min(seen, SIZES.find(({ from }) => affordable >= from)?.lines ?? Infinity);
  return {
    camera: { active: seen > 0, maxBitrate, lines: Math.max(FEWEST_LINES, lines) },
    screen: { active: shown?.screen !== 0, maxBitrate: share(SCREEN, receivers, strain) },
  };
}

function share({ together, most, least }: typeof CAMERA, receivers: number, strain: number): number {
  const each = Math.min(most, together / Math.max(1, receivers)) / 2 ** strain;
  return Math.max(least, Math.round(each));
}
