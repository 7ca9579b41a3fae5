import * as v from 'valibot';
import { MatrixError } from '../matrix-error.ts';
import type { OpenIdToken, TurnServers } from '../port.ts';
import { OpenId, RtcTransports, Thumbnail, TurnServer, Versions } from './answers.ts';
import { apiPath } from './api-path.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import type { HomeserverRequest } from './homeserver.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';
import type { Outbox } from './outbox.ts';
import { onUnsupported } from './scheduled-updates.ts';

const MSC4143 = '/_matrix/client/unstable/org.matrix.msc4143';
const PATIENCE = 30_000;
const MxcUrl = v.pipe(v.string(), v.regex(/^mxc:\/\/[^/?#]+\/[^/?#]+$/));

/** What the port asks of the homeserver; each request stands for itself. */
export class HomeserverQueries {
  readonly #client: MatrixClientLike;
  readonly #outbox: Outbox;
  #asked = 0;

  constructor(client: MatrixClientLike, outbox: Outbox) {
    this.#client = client;
    this.#outbox = outbox;
  }

  async turnServers(): Promise<TurnServers> {
    const answer = await this.#ask('GET', '/voip/turnServer');
    const { uris, username, password, ttl } = parseAnswer(TurnServer, answer);
    const server = {
      urls: uris,
      ...(username !== undefined && { username }),
      ...(password !== undefined && { credential: password }),
    };
    return { iceServers: uris.length > 0 ? [server] : [], ttl: ttl * 1_000 };
  }

  async openIdToken(): Promise<OpenIdToken> {
    const path = apiPath`/user/${this.#client.getUserId() ?? ''}/openid/request_token`;
    return parseAnswer(OpenId, await this.#ask('POST', path, { body: {} }));
  }

  async rtcTransports(): Promise<readonly unknown[]> {
    const answer = await this.#ask('GET', '/rtc/transports', { prefix: MSC4143 });
    return parseAnswer(RtcTransports, answer).rtc_transports;
  }

  async knowsUnstableFeature(name: string): Promise<boolean> {
    const answer = await this.#send(() => this.#client.getVersions());
    return parseAnswer(Versions, answer).unstable_features[name] === true;
  }

  /** By authenticated media; homeservers before 1.11 have them open to all. */
  async thumbnail(mxc: string, size: number): Promise<Blob> {
    if (!v.is(MxcUrl, mxc)) throw new MatrixError('not-found', { message: 'Not an mxc URL' });
    const [server = '', id = ''] = mxc.slice('mxc://'.length).split('/');
    const path = apiPath`/thumbnail/${server}/${id}`;
    const pixels = String(Math.ceil(size * (globalThis.devicePixelRatio || 1)));
    const query = { width: pixels, height: pixels, method: 'crop' };
    const ask = (prefix: string) => this.#ask('GET', path, { prefix, query, raw: true });
    const answer = await ask('/_matrix/client/v1/media').catch(onUnsupported(() => ask('/_matrix/media/v3')));
    return parseAnswer(Thumbnail, answer);
  }

  #ask(method: 'GET' | 'POST', path: string, request: HomeserverRequest = {}): Promise<unknown> {
    return this.#send((signal) => requestOf(this.#client, method, path, { ...request, signal }));
  }

  #send(attempt: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> {
    this.#asked += 1;
    return this.#outbox.send(String(this.#asked), attempt, { patience: PATIENCE });
  }
}
