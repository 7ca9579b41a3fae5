import type { MatrixPort } from 'famedly-calls';
import type { FamedlyCall } from 'famedly-calls/components';

/** What the page's switches say of every element. */
const look: { lang: string; contrast: boolean } = { lang: 'en', contrast: false };

export function setLook(changes: Partial<typeof look>): void {
  Object.assign(look, changes);
  for (const call of document.querySelectorAll('famedly-call')) applyLook(call);
}

function applyLook(call: FamedlyCall): void {
  call.lang = look.lang;
  // Light and dark come from the page's `color-scheme`.
  call.theme = look.contrast ? 'high-contrast' : '';
}

export interface CallWishes {
  readonly client: MatrixPort;
  readonly roomId: string;
  readonly callee: string;
}

/** `<famedly-call>` for one person to call in a room. */
export function callElement({ client, roomId, callee }: CallWishes): FamedlyCall {
  const call = document.createElement('famedly-call');
  call.roomId = roomId;
  call.callee = callee;
  call.client = client;
  applyLook(call);
  return call;
}
