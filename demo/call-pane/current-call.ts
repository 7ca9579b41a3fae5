import type { CallSession, CallSnapshot, MissedCall, VoIP } from 'famedly-calls';

/** The call that a pane is about: the one that goes on, the last that ended, or one that was missed. */
export class CurrentCall {
  readonly #voip: VoIP;
  readonly #onChange: () => void;
  readonly #signal: AbortSignal;
  #left = new AbortController();
  #session: CallSession | null = null;
  #missed: { readonly call: MissedCall; readonly at: Date } | null = null;
  #endedAt: number | null = null;

  constructor(voip: VoIP, onChange: () => void, signal: AbortSignal) {
    this.#voip = voip;
    this.#onChange = onChange;
    this.#signal = signal;
    voip.on('incomingcall', (session) => this.follow(session), { signal });
    voip.on('missedcall', (call) => this.#miss(call), { signal });
  }

  get session(): CallSession | null {
    return this.#session;
  }

  get snapshot(): CallSnapshot | null {
    return this.#session?.snapshot ?? null;
  }

  get missed(): { readonly call: MissedCall; readonly at: Date } | null {
    return this.#session === null || this.#session.state === 'ended' ? this.#missed : null;
  }

  /** ms that media have flowed; `null` where they never did. */
  get lasted(): number | null {
    const connectedAt = this.snapshot?.connectedAt ?? null;
    return connectedAt === null ? null : (this.#endedAt ?? Date.now()) - connectedAt;
  }

  follow(session: CallSession): void {
    this.forget();
    this.#session = session;
    const signal = AbortSignal.any([this.#left.signal, this.#signal]);
    session.on('change', this.#onChange, { signal });
    session.on('streamschange', this.#onChange, { signal });
    session.on('replaced', (next) => this.follow(next), { signal });
    session.on(
      'ended',
      () => {
        this.#endedAt = Date.now();
        this.#onChange();
      },
      { signal },
    );
    this.#onChange();
  }

  forget(): void {
    this.#left.abort();
    this.#left = new AbortController();
    this.#session = null;
    this.#missed = null;
    this.#endedAt = null;
  }

  /** Whom to call when the person says *again*. */
  redial(): { roomId: string; userId: string; type: 'voice' | 'video' } | null {
    const { missed, snapshot } = this;
    if (missed !== null) return missed.call;
    return snapshot && { roomId: snapshot.roomId, userId: snapshot.peer.userId, type: snapshot.type };
  }

  place(call: { roomId: string; userId: string; type: 'voice' | 'video' }): void {
    this.follow(this.#voip.inviteToCall(call.roomId, call.type, { userId: call.userId }));
  }

  #miss(call: MissedCall): void {
    this.#missed = { call, at: new Date() };
    this.#onChange();
  }
}
