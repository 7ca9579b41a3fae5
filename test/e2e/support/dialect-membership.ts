import type { MatrixClient, MatrixEvent } from 'matrix-js-sdk';
import { Method } from 'matrix-js-sdk';
import { entriesIn, participantOf } from './dialect.ts';
import type { Dialect, Entry, Participant } from './dialect.ts';

const TYPE = 'com.famedly.call.member';
const MSC4140 = '/_matrix/client/unstable/org.matrix.msc4140';
const EXPIRY = 360_000;

interface DelayedEvents {
  readonly delayed_events: readonly { readonly delay_id: string; readonly state_key?: string }[];
}

/** The membership of an app of one dialect, under the key that all devices of its user share. */
export class DialectMembership {
  readonly roomId: string;
  readonly #client: MatrixClient;
  readonly #dialect: Dialect;
  readonly #sessionId: string;
  isIn = false;

  constructor(client: MatrixClient, roomId: string, dialect: Dialect, sessionId: string) {
    this.#client = client;
    this.roomId = roomId;
    this.#dialect = dialect;
    this.#sessionId = sessionId;
  }

  /** Of the whole room. */
  get callId(): string {
    return this.roomId;
  }

  async enter(changed: () => void): Promise<void> {
    await this.#armLeave();
    await this.#write([
      ...this.#others(),
      this.#dialect.own({
        application: 'm.call',
        call_id: this.callId,
        scope: 'm.room',
        device_id: this.#client.getDeviceId(),
        expires_ts: Date.now() + EXPIRY,
        membershipID: this.#sessionId,
      }),
    ]);
    this.isIn = true;
    this.#client.on(window.sdk.RoomStateEvent.Events, (event) => {
      if (event.getType() === TYPE && event.getRoomId() === this.roomId) changed();
    });
  }

  async leave(): Promise<void> {
    this.isIn = false;
    await this.#write(this.#others());
  }

  /** Of all users, as far as the dialect has words for them. */
  participants(): Participant[] {
    return this.#events().flatMap((event) =>
      entriesIn(event.getContent())
        .filter((entry) => this.#dialect.keep(entry) !== null && entry['call_id'] === this.callId)
        .map((entry) => participantOf(event.getSender()!, entry)),
    );
  }

  #events(): MatrixEvent[] {
    const timeline = this.#client.getRoom(this.roomId)?.getLiveTimeline();
    return timeline?.getState(window.sdk.EventTimeline.FORWARDS)?.getStateEvents(TYPE) ?? [];
  }

  /** Entries of the user's other devices, as they are handed on. */
  #others(): Entry[] {
    const own = this.#events().find((event) => event.getStateKey() === this.#client.getSafeUserId());
    return entriesIn(own?.getContent() ?? {})
      .filter(({ device_id: device }) => device !== this.#client.getDeviceId())
      .map((entry) => this.#dialect.keep(entry))
      .filter((entry) => entry !== null);
  }

  #write(memberships: readonly Entry[]): Promise<unknown> {
    return this.#client.http.authedRequest(Method.Put, this.#path(), undefined, { memberships });
  }

  /** Cancels every delayed event under the key, whoever made it, before it makes its own. */
  async #armLeave(): Promise<void> {
    const options = { prefix: MSC4140 };
    const answer = await this.#client.http.authedRequest<DelayedEvents>(
      Method.Get,
      '/delayed_events',
      undefined,
      undefined,
      options,
    );
    const ofKey = answer.delayed_events.filter(({ state_key: key }) => key === this.#client.getSafeUserId());
    const act = (id: string, action: string) =>
      this.#client.http.authedRequest(Method.Post, `/delayed_events/${id}/${action}`, undefined, {}, options);
    for (const { delay_id: id } of ofKey) await act(id, 'cancel');
    const { delay_id: own } = await this.#client.http.authedRequest<{ delay_id: string }>(
      Method.Put,
      this.#path(),
      { 'org.matrix.msc4140.delay': '18000' },
      { memberships: this.#others() },
    );
    // Cancelled by somebody else it is not made again.
    setInterval(() => void act(own, 'restart').catch(() => undefined), 4_000);
  }

  #path(): string {
    const userId = encodeURIComponent(this.#client.getSafeUserId());
    return `/rooms/${encodeURIComponent(this.roomId)}/state/${TYPE}/${userId}`;
  }
}
