/** The client-server API of one homeserver, for what a test does beside the port that it tests. */
export class MatrixApi {
  readonly homeserverUrl: string;

  constructor(homeserverUrl: string) {
    this.homeserverUrl = homeserverUrl;
  }

  async request(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    options: { token?: string; body?: object; prefix?: string } = {},
  ): Promise<Record<string, unknown>> {
    const { token, body, prefix = '/_matrix/client/v3' } = options;
    const response = await fetch(this.homeserverUrl + prefix + path, {
      method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      ...(body && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${String(answer['error'])}`);
    return answer;
  }
}
