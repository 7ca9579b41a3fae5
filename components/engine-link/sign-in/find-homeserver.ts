import * as v from 'valibot';
import { get, patiently } from './patient-get.ts';
import type { Patience } from './patient-get.ts';
import { SignInError } from './sign-in-error.ts';

/** A host or an IPv6 address, and a port. */
const SERVER_NAME = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i;
const WellKnown = v.object({ 'm.homeserver': v.object({ base_url: v.string() }) });

/** The base URL: an address as it stands, or what a server name says of itself (`.well-known/matrix/client`). */
export async function findHomeserver(homeserver: string, patience: Patience): Promise<string> {
  if (/^https?:\/\//i.test(homeserver)) return baseUrl(homeserver);
  if (!SERVER_NAME.test(homeserver)) throw new SignInError('invalid-homeserver');
  const itself = baseUrl(`https://${homeserver}`);
  const { signal } = patience;
  const { status, body } = await patiently(async () => {
    const told = await get(`${itself}/.well-known/matrix/client`, { signal });
    if (told) return told;
    // Most web servers let no other page read that they have no such file. The domain may be the homeserver all the same.
    const alive = await get(`${itself}/_matrix/client/versions`, { signal });
    return alive && { status: 404, body: undefined };
  }, patience);
  if (status === 404) return itself;
  const told = v.safeParse(WellKnown, body);
  const url = baseUrl(told.success ? told.output['m.homeserver'].base_url : '');
  if (!url.startsWith('https://')) throw new SignInError('invalid-homeserver');
  return url;
}

function baseUrl(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.search + url.hash + url.username !== '') throw new SignInError('invalid-homeserver');
  return url.href.replace(/\/+$/, '');
}
