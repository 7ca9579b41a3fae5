import type { CallSnapshot, MatrixPort, Room } from '../../src/index.ts';

export interface Person {
  readonly userId: string;
  /** As they wrote it, or their user id's name: text, never markup. */
  readonly name: string;
  /** `blob:` URL, or empty. */
  readonly avatar: string;
}

/** CSS pixels; drawn at up to 144. */
const AVATAR_SIZE = 160;

/** Names and pictures of the people that an element shows. */
export class People {
  readonly #onChange: () => void;
  readonly #pictures = new Map<string, string>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  of(port: MatrixPort | null, roomId: string, userId: string): Person {
    const member = port?.room(roomId)?.members.find((each) => each.userId === userId);
    const told = member?.displayName?.trim() ?? '';
    const name = told === '' ? localpart(userId) : told;
    const avatar = port !== null && member?.avatarUrl ? this.#picture(port, member.avatarUrl) : '';
    return { userId, name, avatar };
  }

  /** Whom a call is with: a bridge may know better (MSC3086). */
  peer(port: MatrixPort | null, { roomId, peer, identity }: CallSnapshot): Person {
    const person = this.of(port, roomId, peer.userId);
    const told = identity?.displayName?.trim();
    return told ? { ...person, name: told, avatar: '' } : person;
  }

  /** Lets go of the pictures. */
  close(): void {
    for (const url of this.#pictures.values()) if (url !== '') URL.revokeObjectURL(url);
    this.#pictures.clear();
  }

  #picture(port: MatrixPort, mxc: string): string {
    const known = this.#pictures.get(mxc);
    if (known !== undefined || !port.capabilities.media) return known ?? '';
    this.#pictures.set(mxc, '');
    port.avatar(mxc, AVATAR_SIZE).then(
      (bytes) => {
        if (!this.#pictures.has(mxc)) return;
        this.#pictures.set(mxc, URL.createObjectURL(bytes));
        this.#onChange();
      },
      // Initials do as well.
      () => undefined,
    );
    return '';
  }
}

function localpart(userId: string): string {
  return /^@([^:]+)/.exec(userId)?.[1] ?? userId;
}

/** Who is to be called in a room, where the page does not say: the other one of two. */
export function otherMember(room: Room, ownUserId: string): string | null {
  if (room.directUserId !== null) return room.directUserId;
  const others = room.members.filter(({ userId }) => userId !== ownUserId);
  return others.length === 1 ? (others[0]?.userId ?? null) : null;
}

/** The room to call somebody in, where the page names only them. */
export function directRoom(port: MatrixPort, userId: string): string | null {
  return port.rooms().find(({ directUserId }) => directUserId === userId)?.roomId ?? null;
}
