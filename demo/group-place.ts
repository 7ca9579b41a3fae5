import { applyLook } from './look.ts';
import type { PersonPlace } from './person-place.ts';

/** Everybody is in one room. */
export const groupPlace: PersonPlace = {
  name: 'group',
  show: async (matrix) => {
    const element = document.createElement('famedly-group-call');
    element.roomId = await matrix.ensureRoom('Ward 3');
    element.client = matrix;
    // Whoever opens it in this browser comes along as somebody else.
    element.inviteLink = new URL(location.pathname, location.href).href;
    applyLook(element);
    return {
      element,
      leave: async () => {
        await element.session?.leave();
        element.voip?.dispose();
      },
    };
  },
  events: ['call-start', 'call-state', 'participants', 'call-end', 'call-error'].map(
    (name) => `famedly-${name}`,
  ),
};
