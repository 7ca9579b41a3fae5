export const REACTION_TYPE = 'com.famedly.call.member.reaction';
