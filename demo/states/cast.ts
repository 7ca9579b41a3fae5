/** Who plays: in a page that is read from right to left, with names that are. */
export interface Cast {
  readonly peer: string;
  readonly self: string;
  readonly third: string;
  readonly room: string;
}

const leftToRight: Cast = { peer: 'Anna Berger', self: 'Mira Vogt', third: 'Ben Okafor', room: 'Ward 3' };
const rightToLeft: Cast = { peer: 'ليلى حداد', self: 'سامي نصر', third: 'نور خوري', room: 'الجناح ٣' };

export const castOf = (direction: 'ltr' | 'rtl'): Cast => (direction === 'rtl' ? rightToLeft : leftToRight);

export const peerId = '@anna:matrix.example';
export const selfId = '@mira:matrix.example';
export const thirdId = '@ben:matrix.example';
export const roomId = '!ward:matrix.example';
