import type { LiveMembership } from './live-membership.ts';

/**
 * - `joined`, `left`: a device is, or is no longer, in a call.
 * - `renewed`: it still is, and says so in another event.
 * - `restarted`: its engine is a new one (another `membershipID`): connections with `previous` are dead.
 */
export type MembershipChange =
  | { readonly type: 'joined' | 'left' | 'renewed'; readonly membership: LiveMembership }
  | {
      readonly type: 'restarted';
      readonly membership: LiveMembership;
      readonly previous: LiveMembership;
    };

type Live = ReadonlyMap<string, LiveMembership>;

export function changesBetween(before: Live, after: Live): readonly MembershipChange[] {
  const left = [...before].flatMap(([id, membership]): MembershipChange[] =>
    after.has(id) ? [] : [{ type: 'left', membership }],
  );
  const others = [...after].flatMap(([id, membership]): MembershipChange[] => {
    const previous = before.get(id);
    if (previous === membership) return [];
    if (previous === undefined) return [{ type: 'joined', membership }];
    return previous.membershipId === membership.membershipId
      ? [{ type: 'renewed', membership }]
      : [{ type: 'restarted', membership, previous }];
  });
  return [...left, ...others];
}
