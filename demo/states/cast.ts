/** Who plays: in a page that is read from right to left, with names that are. */
export interface Cast {
  readonly peer: string;
  readonly self: string;
  readonly third: string;
  readonly room: string;
  /** More people, for calls of many. */
  readonly more: readonly string[];
}

const leftToRight: Cast = {
  peer: 'Anna Berger',
  self: 'Mira Vogt',
  third: 'Ben Okafor',
  room: 'Ward 3 handover',
  more: ['Carla Núñez', 'Dora Lindqvist', 'Emre Yılmaz', 'Farah Haddad', 'Grace Kim', 'Hugo Martin'],
};
const rightToLeft: Cast = {
  peer: 'ليلى حداد',
  self: 'سامي نصر',
  third: 'نور خوري',
  room: 'الجناح ٣',
  more: ['كرم عون', 'دانة سعيد', 'عمر يلماز', 'فرح حداد', 'غريس كيم', 'هادي مراد'],
};

export const castOf = (direction: 'ltr' | 'rtl'): Cast => (direction === 'rtl' ? rightToLeft : leftToRight);

export const peerId = '@anna:matrix.example';
export const selfId = '@mira:matrix.example';
export const thirdId = '@ben:matrix.example';
/** In the order of their names. */
export const moreIds = ['carla', 'dora', 'emre', 'farah', 'grace', 'hugo'].map(
  (name) => `@${name}:matrix.example`,
);
export const roomId = '!ward:matrix.example';
