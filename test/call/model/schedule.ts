/** Devices of Alice, Bob and Carol. */
export type DeviceName = 'a1' | 'a2' | 'b1' | 'b2' | 'c1';
export type UserName = 'alice' | 'bob' | 'carol';
/** `any`: the first device, round robin, where the step means something. */
export type Where = DeviceName | 'any';

/** What a peer, or a stranger in the room, may say at any moment. */
export type InjectedKind =
  | 'answer'
  | 'reject'
  | 'hangup'
  | 'select-other'
  | 'select-you'
  | 'candidates'
  | 'negotiate'
  | 'metadata'
  | 'identity'
  | 'transfer'
  | 'reject-transfer';

export type PersonAct =
  | 'answer'
  | 'reject'
  | 'dismiss'
  | 'hangup'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'accept-transfer'
  | 'reject-transfer'
  | 'assert-identity';

export type DeviceAct =
  | 'mute'
  | 'gather'
  | 'switch-network'
  /** Media stops or fails as one side sees it; the path is there. */
  | 'flicker'
  | 'fail'
  /** The path itself: no media until it heals. */
  | 'cut'
  | 'heal'
  /** The next description, invite or answer goes wrong. */
  | 'break-description'
  | 'refuse-send'
  | 'lose-response';

export type Step =
  | {
      readonly do: 'place';
      readonly at: DeviceName;
      readonly to: UserName | DeviceName;
      readonly room: 'one' | 'two';
      /** What happens while the application is told of the new call. */
      readonly meanwhile?: 'hangup' | 'leave';
    }
  /** `media`: one media operation is done; `work`: all of them, everywhere. */
  | { readonly do: PersonAct | DeviceAct | 'media'; readonly at: Where }
  | { readonly do: 'work' }
  /** The next events as one sync batch; `sync`: everything, everywhere. */
  | { readonly do: 'deliver'; readonly at: Where; readonly count: number }
  | { readonly do: 'sync' }
  /** `work` and `sync` until nothing is left to do now. */
  | { readonly do: 'settle' }
  | { readonly do: 'lose' | 'duplicate' | 'delay'; readonly at: Where; readonly nth: number }
  | { readonly do: 'wait'; readonly ms: number }
  | {
      readonly do: 'inject';
      readonly by: 'peer' | 'stranger';
      readonly at: Where;
      readonly kind: InjectedKind;
    }
  | { readonly do: 'leave'; readonly who: UserName };

export interface Schedule {
  readonly devices: readonly DeviceName[];
  /** Speaks version 0. */
  readonly old?: DeviceName;
  /** ms by which clocks are wrong: a device without an entry learns the age of events from its server. */
  readonly clocks?: Partial<Record<DeviceName, number>>;
  /** Further calls ring while one goes on. */
  readonly busy?: 'rings';
  /** The call that wins glare is answered at once. */
  readonly glare?: 'answers';
  readonly steps: readonly Step[];
  /** How what still goes on is brought to its end. */
  readonly ending: 'hangup' | 'cut';
}
