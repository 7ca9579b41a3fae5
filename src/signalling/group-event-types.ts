/* Types of timeline events of group calls: what is to be read of them is fetched when one comes. */

export const REACTION_TYPE = 'com.famedly.call.member.reaction';
/** MSC4075 */
export const GROUP_NOTIFICATION_TYPE = 'org.matrix.msc4075.rtc.notification';
/** How deployed apps decline a call between two people that is held as a group call: not by its notification. */
export const MEMBERSHIP_REJECT_TYPE = 'm.call.reject';
