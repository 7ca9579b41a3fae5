import { applyLook } from './look.ts';
import type { PersonPlace } from './person-place.ts';

/** Everybody is in one room. */
export const groupPlace: PersonPlace = {
  name: 'group',
  show: async (matrix) => {
    const call = document.createElement('famedly-group-call');
    call.roomId = await matrix.ensureRoom('Ward 3');
    call.client = matrix;
    // Whoever opens it in this browser comes along as somebody else.
    call.inviteLink = new URL(location.pathname, location.href).href;
    applyLook(call);
    return call;
  },
  events: ['call-start', 'call-state', 'participants', 'call-end', 'call-error'].map(
    (name) => `famedly-${name}`,
  ),
};
