import type { MatrixPort } from 'famedly-calls';
import type { FamedlyCall } from 'famedly-calls/components';
import { applyLook } from './look.ts';

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
