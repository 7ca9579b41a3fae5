import type { LocalInput } from '../../../src/call/call-input.ts';
import type { PersonAct } from './schedule.ts';

/** What a person's act is to the machine. */
export function personInput(
  act: Exclude<PersonAct, 'accept-transfer'>,
  transferTo: string,
  opaqueId: () => string,
): LocalInput {
  switch (act) {
    case 'answer':
    case 'hangup':
    case 'reject-transfer':
      return { type: act };
    case 'reject':
    case 'dismiss':
      return { type: 'reject', emit: act === 'reject' };
    case 'hold':
    case 'resume':
      return { type: 'hold', onHold: act === 'hold' };
    case 'assert-identity':
      return { type: act, identity: { userId: 'carol', displayName: 'Carol', avatarUrl: null } };
    case 'transfer':
      return {
        type: act,
        replacementId: opaqueId(),
        target: { userId: transferTo, displayName: null, avatarUrl: null },
        createCall: opaqueId(),
        awaitCall: null,
        targetRoom: null,
      };
  }
}
