import { gathered } from '../../call/page/bare-pair.ts';
import { Screen } from '../../call/page/screen.ts';

interface Side {
  readonly connection: RTCPeerConnection;
  readonly screen: Screen;
}

/** Peer connections to several other pages, with the same camera and microphone for all: what no mesh can do without. */
export class BareMesh {
  readonly #sides = new Map<string, Side>();
  #stream: Promise<MediaStream> | null = null;

  async offer(to: string): Promise<string> {
    const { connection } = await this.#open(to);
    await connection.setLocalDescription();
    return this.#described(connection);
  }

  async answer(to: string, sdp: string): Promise<string> {
    const { connection } = await this.#open(to);
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setLocalDescription();
    return this.#described(connection);
  }

  async take(from: string, sdp: string): Promise<void> {
    await this.#sides.get(from)?.connection.setRemoteDescription({ type: 'answer', sdp });
  }

  /** Resolves when a picture of each has been there. */
  async seesAll(): Promise<void> {
    await Promise.all([...this.#sides.values()].map(({ screen }) => screen.firstFrame));
  }

  async close(): Promise<void> {
    for (const { connection, screen } of this.#sides.values()) {
      connection.close();
      screen.remove();
    }
    this.#sides.clear();
    for (const track of (await this.#stream)?.getTracks() ?? []) track.stop();
    this.#stream = null;
  }

  async #open(other: string): Promise<Side> {
    this.#stream ??= navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const stream = await this.#stream;
    const side = { connection: new RTCPeerConnection(), screen: new Screen() };
    this.#sides.set(other, side);
    side.connection.addEventListener('track', ({ streams: [remote] }) => side.screen.show(remote ?? null));
    for (const track of stream.getTracks()) side.connection.addTrack(track, stream);
    return side;
  }

  async #described(connection: RTCPeerConnection): Promise<string> {
    await gathered(connection);
    return connection.localDescription!.sdp;
  }
}
